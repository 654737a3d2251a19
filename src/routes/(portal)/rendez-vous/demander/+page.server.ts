import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { NOTE_LENGTH } from '$lib/domain/waiting/time-requests.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { homeCounter } from '$lib/server/appointments/home-counter.ts';
import { activeCounters } from '$lib/server/appointments/offer.ts';
import { publicMotives } from '$lib/server/counters/queries.ts';
import { act } from '$lib/server/http.ts';
import { joinWaitingList } from '$lib/server/waiting/join-list.ts';
import { leaveTimeRequest } from '$lib/server/waiting/leave-time-request.ts';
import type { Actions, PageServerLoad } from './$types';
import { readWithHalfDays } from '../../liste-attente/read-half-days.ts';
import { signInThen } from '../addresses.ts';
import { askedIn } from '../asked.ts';
import { broken } from '../broken.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	const { motif, guichet } = askedIn(url);
	toTheDoor(locals, { motif, guichet });
	return act(locals, async (tx) => {
		const motives = await publicMotives(tx);
		const counters = await activeCounters(tx);
		return {
			motives: motives.map(({ code, label }) => ({
				value: code,
				label: localised(label, getLocale())
			})),
			counters: counters.map(({ slug, name }) => ({ value: slug, label: name })),
			longest: NOTE_LENGTH,
			motif,
			guichet: guichet ?? (await homeCounter(tx, locals.actor))
		};
	});
};

/** Somebody who is not signed in signs in first, and comes back here. */
function toTheDoor(locals: App.Locals, asked: { motif: string | null; guichet: string | null }) {
	if (!('applicationId' in locals.actor)) redirect(303, signInThen('/rendez-vous/demander', asked));
}

export const actions: Actions = {
	/** Leaves the request, and joins the waiting list when that box is ticked: both or neither. */
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const { halfDays, texts } = readWithHalfDays(data, ['motif', 'guichet', 'note', 'aussi']);
		const { motif, guichet, note, aussi } = texts;
		toTheDoor(locals, { motif, guichet });
		const values = { ...texts, halfDays };
		const errors = {
			motif: motif ? undefined : 'required',
			guichet: guichet ? undefined : 'required'
		};
		if (!motif || !guichet) return fail(400, { outcome: 'invalid' as const, errors, values });
		const wish = { motive: motif, counter: guichet, halfDays };
		const answer = await broken(
			act(locals, async (tx) => {
				await leaveTimeRequest(tx, locals.actor, { ...wish, note, locale: getLocale() });
				if (aussi === 'oui') await joinWaitingList(tx, locals.actor, wish);
			})
		);
		if (answer instanceof RuleBroken) {
			return fail(422, {
				outcome: 'rule' as const,
				rule: answer.rule,
				facts: answer.facts,
				values
			});
		}
		redirect(303, `${localizeHref('/espace/rendez-vous')}?fait=demande`);
	}
};
