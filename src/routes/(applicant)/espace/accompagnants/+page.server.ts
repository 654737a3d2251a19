import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { actsUnder, helpersOf } from '$lib/server/helpers/queries.ts';
import { stopMandate } from '$lib/server/helpers/stop-mandate.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { helpersScreen } from './helpers-screen.ts';

const Stop = v.strictObject({ accompagnement: v.pipe(v.string(), v.uuid()) });

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const named = await helpersOf(tx, locals.actor);
		const ids = named.map(({ id }) => id);
		const acts = await actsUnder(tx, locals.actor, ids);
		return { ...helpersScreen(named, acts, getLocale()), done: url.searchParams.get('fait') };
	});

export const actions: Actions = {
	arreter: async ({ locals, request }) => {
		const read = v.safeParse(Stop, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { accompagnement: id } = read.output;
		await act(locals, (tx) => stopMandate(tx, locals.actor, { id }));
		redirect(303, `${localizeHref('/espace/accompagnants')}?fait=arrete`);
	}
};
