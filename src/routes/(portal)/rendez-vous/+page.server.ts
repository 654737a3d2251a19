import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actor } from '$lib/domain/accounts/actor.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { bookAppointment } from '$lib/server/appointments/book-appointment.ts';
import { findTimes } from '$lib/server/appointments/find-times.ts';
import { homeCommune, homeCounter } from '$lib/server/appointments/home-counter.ts';
import { isoInParis } from '$lib/server/appointments/iso-time.ts';
import { knownTimes } from '$lib/server/appointments/known-times.ts';
import { linkToken } from '$lib/server/appointments/links.ts';
import { activeCounters } from '$lib/server/appointments/offer.ts';
import { myUpcoming } from '$lib/server/appointments/queries.ts';
import { choiceOf } from '$lib/server/appointments/visitor-choice.ts';
import { holderOf } from '$lib/server/appointments/visitor-cookie.ts';
import { knownFacts } from '$lib/server/appointments/visitor-filters.ts';
import { now } from '$lib/server/clock.ts';
import { counterOfCommune, listCommunes, publicMotives } from '$lib/server/counters/queries.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { address, signInThen } from './addresses.ts';
import { askedIn, channelOf, fieldsOf, Visit, type Asked } from './asked.ts';
import { broken } from './broken.ts';
import { filterScreen } from './filter-screen.ts';
import { isTimeRule, refuseTime } from './refuse-time.ts';
import { ticketScreen } from './ticket-screen.ts';
import { timeScreen, timesScreen } from './times-screen.ts';

export const load: PageServerLoad = ({ locals, url, cookies, request }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const locale = getLocale();
		const asked = askedIn(url);
		const rows = await publicMotives(tx);
		const motives = rows.map(({ code, label, durationMinutes, bookableBy }) => ({
			code,
			label: localised(label, locale),
			minutes: durationMinutes,
			needsAccount: bookableBy === 'applicant'
		}));
		const isVisitor = actor.kind === 'visitor';
		const shared = { motives, isVisitor, guichet: asked.guichet };
		const { motif } = asked;
		if (!motif || !motives.some(({ code }) => code === motif))
			return { ...shared, step: 'motive' as const };
		const [ticket, home, counter, facts, communes, counters, held] = await Promise.all([
			ticketFor(tx, actor, motif),
			asked.commune ?? homeCommune(tx, actor),
			asked.guichet ?? ownCounter(tx, actor, asked),
			knownFacts(tx),
			listCommunes(tx),
			activeCounters(tx),
			isVisitor ? choiceOf(tx, holderOf(cookies)) : null
		]);
		if (ticket) return { ...shared, step: 'already' as const, ticket };
		const wanted = rows.find(({ code }) => code === motif);
		const filters = filterScreen(asked, facts, wanted, communes);
		// In a crowd most are refused: their page has the nearest times of all counters already, and lists its own alone.
		const isRefusal = request.method === 'POST' && counter !== null;
		const found = await findTimes(tx, actor, {
			motive: motif,
			counter,
			after: asked.jour,
			exceptId: held?.state === 'held' ? held.row.id : null,
			among: isRefusal ? await alone(tx, counter) : filters.among
		});
		const times = timesScreen(found, asked.jour === null, locale, home);
		const { creneau: startsAt, refus } = asked;
		const chosen =
			startsAt && asked.guichet ? { motive: motif, counter: asked.guichet, startsAt } : null;
		return {
			...shared,
			step: 'times' as const,
			times,
			counters,
			filters: { ...filters.screen, communes: isVisitor ? filters.screen.communes : [] },
			from: filters.screen.communes.find(({ value }) => value === home)?.label ?? null,
			tooManyChoices: refus === 'too-many-choices',
			phoneMissing: refus === 'phone-missing',
			chosen: chosen && !refus ? { ...timeScreen(chosen, locale), guichet: chosen.counter } : null,
			refusal:
				chosen && refus && isTimeRule(refus)
					? await refuseTime(tx, actor, chosen, refus, locale)
					: null
		};
	});

export const actions: Actions = {
	/** Books a time, held or not. The same time again leads to the same page. */
	default: async ({ locals, request }) => {
		const read = v.safeParse(Visit, await fieldsOf(request));
		if (!read.success) return fail(400, { outcome: 'invalid' as const, errors: {}, values: {} });
		const { motif, guichet, creneau, canal } = read.output;
		const values = { motif, guichet, creneau: isoInParis(creneau), ...(canal && { canal }) };
		if (locals.actor.kind === 'visitor') {
			const motives = await act(locals, publicMotives);
			const isOpen = motives.some((each) => each.code === motif && each.bookableBy === 'anyone');
			redirect(303, (isOpen ? address : signInThen)('/rendez-vous', values));
		}
		const wanted = {
			motive: motif,
			counter: guichet,
			startsAt: creneau,
			channel: channelOf(canal)
		};
		const answer = await broken(act(locals, (tx) => bookAppointment(tx, locals.actor, wanted)));
		if (!(answer instanceof RuleBroken))
			redirect(303, localizeHref(`/rendez-vous/${answer.token}`));
		const { rule, facts } = answer;
		const instead = await act(locals, async (tx) => ({
			refusal: isTimeRule(rule)
				? await refuseTime(tx, locals.actor, wanted, rule, getLocale())
				: null,
			ticket: rule === 'already-booked' ? await ticketFor(tx, locals.actor, motif) : null
		}));
		return fail(409, { outcome: 'rule' as const, rule, facts, values, ...instead });
	}
};

/** What the person has already for this motive: shown with "Déplacer", not as an error. */
async function ticketFor(tx: Tx, actor: Actor, motif: string) {
	const mine = await myUpcoming(tx, actor, motif, now());
	return mine && { ...ticketScreen(mine, now(), getLocale()), token: linkToken(mine.row.id) };
}

async function alone(tx: Tx, slug: string | null): Promise<ReadonlySet<string>> {
	const { counters } = await knownTimes(tx);
	return new Set(counters.filter((each) => each.slug === slug).map(({ id }) => id));
}

/** The counter of the commune that a visitor named, or of the applicant's. */
async function ownCounter(tx: Tx, actor: Actor, { commune }: Asked): Promise<string | null> {
	if (!commune) return homeCounter(tx, actor);
	return (await counterOfCommune(tx, commune))?.slug ?? null;
}
