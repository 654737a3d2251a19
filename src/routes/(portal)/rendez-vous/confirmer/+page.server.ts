import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { hourInWords, inParis } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { holdTime } from '$lib/server/appointments/hold-time.ts';
import { isoInParis } from '$lib/server/appointments/iso-time.ts';
import { motiveFor } from '$lib/server/appointments/offer.ts';
import { myHold } from '$lib/server/appointments/queries.ts';
import { releaseHold } from '$lib/server/appointments/release-hold.ts';
import { choiceOf } from '$lib/server/appointments/visitor-choice.ts';
import { holderOf, newHolder } from '$lib/server/appointments/visitor-cookie.ts';
import { holdVisit } from '$lib/server/appointments/visitor-hold.ts';
import { releaseVisit } from '$lib/server/appointments/visitor-release.ts';
import { choiceView } from '$lib/server/appointments/visitor-view.ts';
import { now } from '$lib/server/clock.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { address, signInThen } from '../addresses.ts';
import { canalOf, channelOf, choiceIn, fieldsOf, refusalIn, Visit } from '../asked.ts';
import { broken } from '../broken.ts';
import { ticketScreen } from '../ticket-screen.ts';
import * as visitor from './visitor-actions.ts';
import { visitorScreen } from './visitor-screen.ts';

export const load: PageServerLoad = ({ locals, url, cookies }) =>
	show(locals, async (tx) =>
		locals.actor.kind === 'visitor'
			? await visitorLoad(tx, url, holderOf(cookies))
			: await applicantLoad(tx, locals, url)
	);

async function visitorLoad(tx: Tx, url: URL, holder: string | null) {
	const view = await choiceView(tx, holder);
	if (!view || view.state === 'released' || view.state === 'booked')
		redirect(303, address('/rendez-vous', choiceIn(url)));
	const wantsContact = url.searchParams.get('etape') === 'coordonnees';
	return { visitor: visitorScreen(view, { wantsContact, now: now(), locale: getLocale() }) };
}

async function applicantLoad(tx: Tx, { actor }: App.Locals, url: URL) {
	const moment = now();
	const hold = await myHold(tx, actor, moment);
	if (!hold?.row.heldUntil) redirect(303, address('/rendez-vous', choiceIn(url)));
	const { heldUntil, startsAt, channel } = hold.row;
	return {
		visitor: null,
		ticket: ticketScreen(hold, moment, getLocale()),
		choice: {
			motif: hold.motive.code,
			guichet: hold.counter.slug,
			creneau: isoInParis(startsAt),
			canal: canalOf(channel)
		},
		until: hourInWords(inParis(heldUntil).time, getLocale()),
		minutes: Math.floor(moment.until(heldUntil).total('minutes'))
	};
}

export const actions: Actions = {
	/** Keeps the chosen time for a while, then shows it. */
	garder: async (event) => {
		const { locals, request } = event;
		const read = v.safeParse(Visit, await fieldsOf(request));
		if (!read.success) return fail(400, { outcome: 'invalid' as const, errors: {}, values: {} });
		const { motif, guichet, creneau: startsAt, canal } = read.output;
		const choice = { motif, guichet, creneau: isoInParis(startsAt), canal };
		const visit = { motive: motif, counter: guichet, startsAt, channel: channelOf(canal) };
		const { actor } = locals;
		const needsAccount = await act(locals, async (tx) => {
			const { bookableBy } = await motiveFor(tx, actor, motif);
			return actor.kind === 'visitor' && bookableBy !== 'anyone';
		});
		if (needsAccount) redirect(303, signInThen('/rendez-vous', choice));
		const answer = await broken<unknown>(
			actor.kind === 'visitor'
				? holdForVisitor(event, visit)
				: act(locals, (tx) => holdTime(tx, actor, visit))
		);
		if (!(answer instanceof RuleBroken)) redirect(303, address('/rendez-vous/confirmer', choice));
		// The list says which time it was and what is near it; an appointment they have already is shown instead.
		redirect(303, address('/rendez-vous', { ...choice, refus: refusalIn(answer.rule) }));
	},
	/** Gives the time back: somebody else may want it now. */
	rendre: async ({ locals, url, cookies }) => {
		const holder = holderOf(cookies);
		await act(locals, async (tx) => {
			if (locals.actor.kind !== 'visitor') await releaseHold(tx, locals.actor);
			else if (holder) await releaseVisit(tx, locals.actor, holder);
		});
		redirect(303, address('/rendez-vous', { ...choiceIn(url), creneau: null }));
	},
	coordonnees: visitor.leaveVisitorContact,
	renvoyer: visitor.renewVisitorCode,
	code: visitor.bookWithCode,
	reserver: visitor.bookVerified
};

/** A browser that has booked already starts afresh: who used it before may be somebody else. */
async function holdForVisitor(
	{ locals, cookies, getClientAddress }: RequestEvent,
	visit: Omit<Parameters<typeof holdVisit>[2], 'holder' | 'source'>
) {
	const known = holderOf(cookies);
	const isOver = (await act(locals, (tx) => choiceOf(tx, known)))?.state === 'booked';
	const holder = known && !isOver ? known : newHolder(cookies);
	const source = getClientAddress();
	return act(locals, (tx) => holdVisit(tx, locals.actor, { ...visit, holder, source }));
}
