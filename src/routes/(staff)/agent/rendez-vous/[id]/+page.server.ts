import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { act, show } from '$lib/server/http.ts';
import { visitorAtCounter } from '$lib/server/reception/visitor-at-counter.ts';
import { joinByLink } from '$lib/server/waiting/join-by-link.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../asked.ts';
import { duplicatesScreen } from '../../duplicates-screen.ts';
import { visitorVisit } from './visitor-visit.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const found = await visitorAtCounter(tx, locals.actor, params.id);
		const visit = visitorVisit(found, getLocale());
		// An address kept from before a move.
		if (visit.id !== params.id) redirect(303, localizeHref(`/agent/rendez-vous/${visit.id}`));
		return {
			visit,
			waits: found.entry !== null,
			duplicates: duplicatesScreen(found.duplicates, getLocale()),
			done: url.searchParams.get('fait')
		};
	});

export const actions: Actions = {
	/** Puts them on the waiting list, at their wish. */
	attendre: async ({ locals, params: { id }, request }) => {
		if ([...(await request.formData()).keys()].length > 0) error(400);
		try {
			await act(locals, (tx) => joinByLink(tx, locals.actor, { key: { id }, halfDays: [] }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: {}, values: {} });
		}
		redirect(303, asking(localizeHref(`/agent/rendez-vous/${id}`), { fait: 'ajout' }));
	}
};
