import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import { mayEditGrid } from '$lib/server/score/access.ts';
import { dropGrid } from '$lib/server/score/drop-grid.ts';
import { gridById } from '$lib/server/score/grids.ts';
import { publishGrid } from '$lib/server/score/publish-grid.ts';
import { removeCriterion } from '$lib/server/score/remove-criterion.ts';
import { setGrid } from '$lib/server/score/set-grid.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { asking } from '../../asked.ts';
import { editGridScreen } from './edit-grid-screen.ts';
import { dayTyped, localisedTyped } from './typed-grid.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => ({
		...editGridScreen(await gridById(tx, locals.actor, params.id), getLocale()),
		mayEdit: mayEditGrid(locals.actor),
		earliest: today().toString(),
		saved: url.searchParams.has('enregistre')
	}));

const here = (id: string) => localizeHref(`/agent/cotation/${id}`);

/** Does something to the grid of the address; a broken rule comes back with what was typed. */
async function doing(
	{ locals }: RequestEvent,
	values: Record<string, string>,
	work: (tx: Tx) => Promise<void>
) {
	try {
		await act(locals, work);
		return null;
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
	}
}

export const actions: Actions = {
	nommer: async (event) => {
		const form = await event.request.formData();
		const gridId = event.params.id;
		const title = localisedTyped(form, 'titre');
		const source = String(form.get('source') ?? '').slice(0, 300);
		const isExample = form.get('exemple') === 'oui';
		const typed = Object.fromEntries(
			[...form.entries()].map(([name, value]) => [name, String(value).slice(0, 300)])
		);
		const refused = await doing(event, typed, (tx) =>
			setGrid(tx, event.locals.actor, { gridId, title, source, isExample })
		);
		if (refused) return refused;
		redirect(303, asking(here(gridId), { enregistre: '1' }));
	},
	enlever: async (event) => {
		const code = String((await event.request.formData()).get('code') ?? '');
		const gridId = event.params.id;
		const refused = await doing(event, {}, (tx) =>
			removeCriterion(tx, event.locals.actor, { gridId, code })
		);
		if (refused) return refused;
		redirect(303, asking(here(gridId), { enregistre: '1' }));
	},
	publier: async (event) => {
		const typed = String((await event.request.formData()).get('debut') ?? '');
		const gridId = event.params.id;
		const startsOn = dayTyped(typed);
		if (!startsOn) {
			return fail(422, {
				outcome: 'rule' as const,
				rule: 'date',
				facts: {},
				values: { debut: typed }
			});
		}
		const refused = await doing(event, { debut: typed }, (tx) =>
			publishGrid(tx, event.locals.actor, { gridId, startsOn })
		);
		if (refused) return refused;
		redirect(303, asking(localizeHref('/agent/cotation'), { fait: 'publie' }));
	},
	oublier: async (event) => {
		const gridId = event.params.id;
		const refused = await doing(event, {}, (tx) => dropGrid(tx, event.locals.actor, { gridId }));
		if (refused) return refused;
		redirect(303, asking(localizeHref('/agent/cotation'), { fait: 'oublie' }));
	}
};
