import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { hourInWords, inParis } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { holdTime } from '$lib/server/appointments/hold-time.ts';
import { isoInParis } from '$lib/server/appointments/iso-time.ts';
import { myHold } from '$lib/server/appointments/queries.ts';
import { releaseHold } from '$lib/server/appointments/release-hold.ts';
import { now } from '$lib/server/clock.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { address, signInThen } from '../addresses.ts';
import { askedIn, fieldsOf, Visit } from '../asked.ts';
import { broken } from '../broken.ts';
import { isTimeRule } from '../refuse-time.ts';
import { ticketScreen } from '../ticket-screen.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	act(locals, async (tx) => {
		const moment = now();
		const hold = await myHold(tx, locals.actor, moment);
		if (!hold?.row.heldUntil) redirect(303, address('/rendez-vous', choiceIn(url)));
		const { heldUntil, startsAt } = hold.row;
		return {
			ticket: ticketScreen(hold, moment, getLocale()),
			choice: {
				motif: hold.motive.code,
				guichet: hold.counter.slug,
				creneau: isoInParis(startsAt)
			},
			until: hourInWords(inParis(heldUntil).time, getLocale()),
			minutes: Math.floor(moment.until(heldUntil).total('minutes'))
		};
	});

export const actions: Actions = {
	/** Keeps the chosen time for a while, then shows it. */
	garder: async ({ locals, request }) => {
		const read = v.safeParse(Visit, await fieldsOf(request));
		if (!read.success) return fail(400, { outcome: 'invalid' as const, errors: {}, values: {} });
		const { motif, guichet, creneau: startsAt } = read.output;
		const choice = { motif, guichet, creneau: isoInParis(startsAt) };
		if (locals.actor.kind === 'visitor') redirect(303, signInThen('/rendez-vous', choice));
		const visit = { motive: motif, counter: guichet, startsAt };
		const answer = await broken(act(locals, (tx) => holdTime(tx, locals.actor, visit)));
		if (!(answer instanceof RuleBroken)) redirect(303, address('/rendez-vous/confirmer', choice));
		// The list says which time it was and what is near it; an appointment they have already is shown instead.
		const refus = isTimeRule(answer.rule) ? answer.rule : null;
		redirect(303, address('/rendez-vous', { ...choice, refus }));
	},
	/** Gives the time back: somebody else may want it now. */
	rendre: async ({ locals, url }) => {
		await act(locals, (tx) => releaseHold(tx, locals.actor));
		const { motif, guichet } = choiceIn(url);
		redirect(303, address('/rendez-vous', { motif, guichet }));
	}
};

function choiceIn(url: URL) {
	const { motif, guichet, creneau } = askedIn(url);
	return { motif, guichet, creneau: creneau && isoInParis(creneau) };
}
