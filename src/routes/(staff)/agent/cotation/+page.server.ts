import { redirect } from '@sveltejs/kit';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import { mayEditGrid } from '$lib/server/score/access.ts';
import { draftGrid } from '$lib/server/score/draft-grid.ts';
import { gridOn, listGrids } from '$lib/server/score/grids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const locale = getLocale();
		const current = await gridOn(tx, today());
		const grids = await listGrids(tx, locals.actor);
		return {
			mayEdit: mayEditGrid(locals.actor),
			done: url.searchParams.get('fait'),
			grids: grids.map((grid) => ({
				id: grid.id,
				title: localised(grid.title, locale),
				state: stateOf(grid, current?.id),
				startsOn: grid.startsOn ? dateInWords(grid.startsOn, locale) : '',
				criteria: grid.criteria,
				isExample: grid.isExample,
				source: grid.source
			}))
		};
	});

type Listed = Awaited<ReturnType<typeof listGrids>>[number];

function stateOf(grid: Listed, currentId: string | undefined) {
	if (grid.state === 'draft') return 'draft' as const;
	if (grid.id === currentId) return 'in_force' as const;
	const isComing = grid.startsOn && Temporal.PlainDate.compare(grid.startsOn, today()) > 0;
	return isComing ? ('coming' as const) : ('past' as const);
}

export const actions: Actions = {
	preparer: async ({ locals, request }) => {
		const from = String((await request.formData()).get('modele') ?? '') || undefined;
		const id = await act(locals, (tx) => draftGrid(tx, locals.actor, { from }));
		redirect(303, localizeHref(`/agent/cotation/${id}`));
	}
};
