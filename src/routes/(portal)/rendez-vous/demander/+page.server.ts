import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { NOTE_LENGTH } from '$lib/domain/waiting/time-requests.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { homeCounter } from '$lib/server/appointments/home-counter.ts';
import { activeCounters } from '$lib/server/appointments/offer.ts';
import { today } from '$lib/server/clock.ts';
import { publicMotives } from '$lib/server/counters/queries.ts';
import { act, show } from '$lib/server/http.ts';
import { joinWaitingList } from '$lib/server/waiting/join-list.ts';
import { leaveTimeRequest } from '$lib/server/waiting/leave-time-request.ts';
import type { Actions, PageServerLoad } from './$types';
import { signInThen } from '../addresses.ts';
import { askedIn } from '../asked.ts';
import { broken } from '../broken.ts';
import { readRequest, type RequestValues } from './request-fields.ts';
import { leaveAsVisitor } from './visitor-request.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	const { motif, guichet } = askedIn(url);
	const isVisitor = locals.actor.kind === 'visitor';
	if (!isVisitor) toTheDoor(locals, { motif, guichet });
	return show(locals, async (tx) => {
		const all = await publicMotives(tx);
		const open = isVisitor ? all.filter(({ bookableBy }) => bookableBy === 'anyone') : all;
		const known = (list: typeof all) => list.some(({ code }) => code === motif);
		if (known(all) && !known(open)) toTheDoor(locals, { motif, guichet });
		const counters = await activeCounters(tx);
		return {
			motives: open.map(({ code, label }) => ({
				value: code,
				label: localised(label, getLocale())
			})),
			counters: counters.map(({ slug, name }) => ({ value: slug, label: name })),
			longest: NOTE_LENGTH,
			motif,
			guichet: guichet ?? (await homeCounter(tx, locals.actor)),
			isDone: isVisitor && url.searchParams.get('fait') === 'demande',
			visitor: isVisitor
				? {
						latest: today().toString(),
						signIn: signInThen('/rendez-vous/demander', { motif, guichet })
					}
				: null
		};
	});
};

/** Somebody whose motive asks for an account signs in first, and comes back here. */
function toTheDoor(locals: App.Locals, asked: { motif: string | null; guichet: string | null }) {
	if (!('applicationId' in locals.actor)) redirect(303, signInThen('/rendez-vous/demander', asked));
}

export const actions: Actions = {
	default: async (event) => {
		const { values, errors } = await readRequest(event.request);
		if (event.locals.actor.kind === 'visitor') return leaveAsVisitor(event, values, errors);
		toTheDoor(event.locals, values);
		if (Object.keys(errors).length > 0)
			return fail(400, { outcome: 'invalid' as const, errors, values });
		return leaveAsApplicant(event.locals, values);
	}
};

/** Leaves the request, and joins the waiting list when that box is ticked: both or neither. */
async function leaveAsApplicant(locals: App.Locals, values: RequestValues) {
	const { motif, guichet, note, aussi, halfDays } = values;
	const wish = { motive: motif, counter: guichet, halfDays };
	const answer = await broken(
		act(locals, async (tx) => {
			await leaveTimeRequest(tx, locals.actor, { ...wish, note, locale: getLocale() });
			if (aussi === 'oui') await joinWaitingList(tx, locals.actor, wish);
		})
	);
	if (answer instanceof RuleBroken) {
		const { rule, facts } = answer;
		return fail(422, { outcome: 'rule' as const, rule, facts, values });
	}
	redirect(303, `${localizeHref('/espace/rendez-vous')}?fait=demande`);
}
