import type { Actor } from '../../domain/accounts/actor.ts';
import { firstFreeSlots } from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import { NotFound } from '../../domain/errors.ts';
import { opennessAt, type Openness, type ShutDays } from '../../domain/counters/public-hours.ts';
import { busyRanges } from '../appointments/busy-ranges.ts';
import { byKnownTimes, type KnownTimes, type MotiveRow } from '../appointments/known-times.ts';
import { rulesFor } from '../appointments/offer.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { noticesForPublic, type NoticeRow } from './notices.ts';
import { publicWeeks, type PublicWeek } from './public-week.ts';
import { listCounters, type CounterView } from './queries.ts';

/** A counter as somebody sees it who wonders where to go. */
export type PublicCounter = CounterView & {
	openness: Openness;
	week: PublicWeek | null;
	notices: NoticeRow[];
	/** Whole days on which it will be shut, the soonest first. */
	closures: ShutDays[];
	/** The first time free there for the first motive that anybody may book; null when there is none. */
	firstFree: Temporal.Instant | null;
};

/** Every counter with whether it is open at this moment, what it has to say, and its first free appointment. */
export function publicCounters(tx: Tx, actor: Actor): Promise<PublicCounter[]> {
	return byKnownTimes(tx, (known) => countersBy(tx, actor, known));
}

async function countersBy(tx: Tx, actor: Actor, known: KnownTimes): Promise<PublicCounter[]> {
	const [counters, weeks, notices, firsts] = await Promise.all([
		listCounters(tx),
		publicWeeks(tx),
		noticesForPublic(tx),
		firstFreeTimes(tx, actor, known)
	]);
	const moment = now();
	return counters.map((counter) => {
		const week = weeks.get(counter.id) ?? null;
		const closures = comingClosures(known, counter.id, parisDay(moment));
		return {
			...counter,
			openness: opennessAt(week?.hours ?? null, closures, moment),
			week,
			closures,
			notices: notices.filter(({ counterId }) => counterId === counter.id),
			firstFree: firsts.get(counter.id) ?? null
		};
	});
}

/** The same of one counter. @throws NotFound when no active counter has this slug */
export async function publicCounter(tx: Tx, actor: Actor, slug: string): Promise<PublicCounter> {
	const found = (await publicCounters(tx, actor)).find((counter) => counter.slug === slug);
	if (!found) throw new NotFound('counter');
	return found;
}

function comingClosures(known: KnownTimes, counterId: string, today: Temporal.PlainDate) {
	return known.closures
		.filter(
			(each) =>
				each.counterId === counterId && Temporal.PlainDate.compare(each.untilDay, today) >= 0
		)
		.sort((a, b) => Temporal.PlainDate.compare(a.fromDay, b.fromDay));
}

/** By counter id, for whoever comes without saying why: for the first motive of the list. */
async function firstFreeTimes(
	tx: Tx,
	actor: Actor,
	known: KnownTimes
): Promise<ReadonlyMap<string, Temporal.Instant>> {
	const motive = firstMotive(known);
	if (!motive) return new Map();
	const today = parisDay(now());
	const moment = now();
	const look = {
		motive,
		counterIds: known.counters.map(({ id }) => id),
		from: today,
		until: today.add({ days: motive.horizonDays })
	};
	const busy = await busyRanges(tx, { ...look, now: moment });
	const search = { ...rulesFor(known, actor, look), busy, now: moment };
	const found = [...firstFreeSlots(search, 1)];
	return new Map(found.flatMap(([id, [first]]) => (first ? [[id, first.startsAt] as const] : [])));
}

function firstMotive({ motives }: KnownTimes): MotiveRow | undefined {
	return [...motives.values()]
		.filter(({ bookableBy }) => bookableBy === 'anyone')
		.sort((a, b) => a.position - b.position)[0];
}
