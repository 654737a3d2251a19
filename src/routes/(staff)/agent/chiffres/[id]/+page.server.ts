import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { listCommunes } from '$lib/server/counters/queries.ts';
import { publishFigures } from '$lib/server/figures/publish-figures.ts';
import { publicFigures, releaseById } from '$lib/server/figures/queries.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../asked.ts';
import { previewScreen } from './preview-screen.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		const draft = await releaseById(tx, locals.actor, params.id);
		const before = await publicFigures(tx);
		return previewScreen(draft, before, await listCommunes(tx), getLocale());
	});

export const actions: Actions = {
	default: async ({ locals, params }) => {
		await act(locals, (tx) => publishFigures(tx, locals.actor, { releaseId: params.id }));
		redirect(303, asking(localizeHref('/agent/chiffres'), { publie: '1' }));
	}
};
