import { localised } from '$lib/domain/localised.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import type { myEntries, myTimeRequests } from '$lib/server/waiting/queries.ts';
import { halfDaysList } from '../../../(portal)/liste-attente/half-day-words.ts';
import { waitScreen } from '../../../(portal)/liste-attente/wait-screen.ts';

type Entry = Awaited<ReturnType<typeof myEntries>>[number];
type Request = Awaited<ReturnType<typeof myTimeRequests>>[number];

/** A waiting list somebody is on, in words, with the place that is kept for them. */
export function entryScreen(entry: Entry, now: Temporal.Instant, locale: string) {
	return {
		id: entry.id,
		motif: entry.motive.code,
		guichet: entry.counter.slug,
		motive: localised(entry.motive.label, locale),
		counter: entry.counter.name,
		wait: waitScreen(entry, now, locale)
	};
}

export type EntryScreen = ReturnType<typeof entryScreen>;

/** A time request and its answer, in words. */
export function requestScreen(request: Request, locale: string) {
	const on = (moment: Temporal.Instant | null) =>
		moment && dateInWords(inParis(moment).day, locale);
	return {
		id: request.id,
		motive: localised(request.motive.label, locale),
		counter: request.counter.name,
		halfDays: halfDaysList(request.halfDays, locale),
		leftOn: on(request.createdAt) ?? '',
		answeredOn: on(request.answeredAt),
		answer: request.answer
	};
}

export type RequestScreen = ReturnType<typeof requestScreen>;
