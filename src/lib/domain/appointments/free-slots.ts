import { lasting } from '../lasting.ts';
import type { CounterPlan } from './day-openings.ts';
import { dayNumber, MINUTE_MS, PARIS, parisDay } from './paris-time.ts';
import { prepareSweep, startsOn } from './sweep.ts';
import type { FreeStart } from './sweep.ts';
import type { Motive, OfferedStart, Slot, SlotSearch } from './types.ts';

type SharedTimes = Omit<Slot, 'counterId' | 'deskId'>;

/** Every start of two months at all counters. */
const MOST_STARTS = 5_000;
const startsOfMotive = new WeakMap<Motive, (start: number) => SharedTimes>();

/**
 * The times of a start; all desks and counters share them, so that a slot costs one small object. They last as long as
 * the motive does: whoever looks for times of it meets the same starts.
 */
function timesOf(motive: Motive): (start: number) => SharedTimes {
	const known = startsOfMotive.get(motive);
	if (known) return known;
	const made = lasting(MOST_STARTS, timesFrom(motive));
	startsOfMotive.set(motive, made);
	return made;
}

function timesFrom(motive: Motive): (start: number) => SharedTimes {
	const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
	return (start) => {
		const end = start + motive.durationMinutes * MINUTE_MS;
		const startsAt = at(start);
		const inParis = startsAt.toZonedDateTimeISO(PARIS);
		return {
			startsAt,
			endsAt: at(end),
			occupiedFrom: at(start - motive.bufferBeforeMinutes * MINUTE_MS),
			occupiedUntil: at(end + motive.bufferAfterMinutes * MINUTE_MS),
			day: inParis.toPlainDate(),
			time: inParis.toPlainTime()
		};
	};
}

function slot(counter: CounterPlan, deskId: string, times: SharedTimes): Slot {
	return { counterId: counter.counterId, deskId, ...times };
}

/**
 * Every time that can be booked, one for each free desk, in order of start (then of `counterIds`,
 * then of desk). The one door to the appointment rules: what it does not give cannot be booked.
 *
 * - Starts: opening's start + k × step, so that they move neither with the clock nor with bookings.
 * - The visit lies within one opening; its buffers may stick out of it, but not touch another
 *   appointment's range or an absence of the desk.
 * - From now + minimum notice, that start included, to the end of the last day of the horizon.
 * - At most `maxPerDayAndDesk` of the motive a day and desk, counted in `busy`.
 * - Who may book the motive is not asked here.
 *
 * To move an appointment, leave its own range out of `busy`. Throws a RangeError when the motive's
 * duration or step is not above zero.
 */
export function freeSlots(search: SlotSearch): Slot[] {
	const sweep = prepareSweep(search);
	const slots: Slot[] = [];
	const times = timesOf(search.motive);
	for (const day of sweep.days) {
		const found = sweep.counters.flatMap((counter) =>
			startsOn(sweep, counter, day).map(([start, deskIds]) => ({ counter, start, deskIds }))
		);
		found.sort((a, b) => a.start - b.start);
		for (const { counter, start, deskIds } of found) {
			for (const deskId of deskIds) slots.push(slot(counter, deskId, times(start)));
		}
	}
	return slots;
}

/**
 * The first `n` times of each counter, whichever the desk; a counter that has none has an empty
 * list. Same rules as `freeSlots`, but each counter's days are looked at only until it has enough.
 */
export function firstFreeSlots(
	search: SlotSearch,
	n: number
): ReadonlyMap<string, readonly OfferedStart[]> {
	const sweep = prepareSweep(search);
	const firsts = new Map<string, readonly OfferedStart[]>();
	for (const counter of sweep.counters) {
		const offered: OfferedStart[] = [];
		for (const day of sweep.days) {
			if (offered.length >= n) break;
			const starts = startsOn(sweep, counter, day).slice(0, n - offered.length);
			offered.push(...starts.map((each) => offeredStart(search, counter.counterId, each)));
		}
		firsts.set(counter.counterId, offered);
	}
	return firsts;
}

/** A day with free times, all of them. */
export interface DayOfTimes {
	readonly day: Temporal.PlainDate;
	readonly times: readonly OfferedStart[];
}

/**
 * The first `n` days on which a counter has free times, from `search.from` on, each with all its times. Same rules as
 * `freeSlots`, but days are looked at only until there are enough.
 */
export function firstFreeDays(
	search: Omit<SlotSearch, 'counterIds'>,
	counterId: string,
	n: number
): DayOfTimes[] {
	const wanted = { ...search, counterIds: [counterId] };
	const sweep = prepareSweep(wanted);
	const counter = sweep.counters[0]!;
	const found: DayOfTimes[] = [];
	for (const day of sweep.days) {
		if (found.length >= n) break;
		const times = startsOn(sweep, counter, day).map((each) =>
			offeredStart(wanted, counterId, each)
		);
		if (times.length > 0) found.push({ day: day.date, times });
	}
	return found;
}

function offeredStart(
	{ motive }: SlotSearch,
	counterId: string,
	[start, deskIds]: FreeStart
): OfferedStart {
	return { counterId, deskIds, places: deskIds.length, ...timesOf(motive)(start) };
}

/** No two days are nearer than this for each day between them, also on the night the clock goes forward. */
const SHORTEST_DAY_MS = 23 * 60 * MINUTE_MS;

/**
 * The free times of each counter nearest to one that was wanted, nearest first; of two as near, the earlier first. Same
 * rules as `freeSlots`, but days are looked at from that day outwards, only until no nearer time can come: whoever is
 * refused a time in a crowd is shown others at the price of a day or two.
 *
 * @param most how many for a counter
 */
export function nearestStarts(
	search: SlotSearch,
	wanted: Temporal.Instant,
	most: (counterId: string) => number
): ReadonlyMap<string, readonly OfferedStart[]> {
	const sweep = prepareSweep(search);
	const target = wanted.epochMilliseconds;
	const centre = dayNumber(parisDay(wanted));
	const outwards = sweep.days
		.map((day) => ({ day, away: Math.abs(dayNumber(day.date) - centre) }))
		.sort((a, b) => a.away - b.away);
	const nearest = new Map<string, readonly OfferedStart[]>();
	for (const counter of sweep.counters) {
		const { counterId } = counter;
		const n = most(counterId);
		let found: FreeStart[] = [];
		for (const { day, away } of outwards) {
			const last = found[n - 1];
			if (last && Math.abs(last[0] - target) <= (away - 1) * SHORTEST_DAY_MS) break;
			found.push(...startsOn(sweep, counter, day));
			found = byDistance(found, target).slice(0, n);
		}
		nearest.set(
			counterId,
			found.map((each) => offeredStart(search, counterId, each))
		);
	}
	return nearest;
}

function byDistance(found: FreeStart[], target: number): FreeStart[] {
	return found.sort(([a], [b]) => Math.abs(a - target) - Math.abs(b - target) || a - b);
}

/** Slots with their desks merged: one line for each counter and start, in the order of the slots. */
export function distinctStarts(slots: readonly Slot[]): OfferedStart[] {
	const merged = new Map<string, { times: Omit<Slot, 'deskId'>; deskIds: string[] }>();
	for (const { deskId, ...times } of slots) {
		const key = `${times.startsAt.epochMilliseconds} ${times.counterId}`;
		const known = merged.get(key);
		if (known) known.deskIds.push(deskId);
		else merged.set(key, { times, deskIds: [deskId] });
	}
	return [...merged.values()].map(({ times, deskIds }) => {
		return { ...times, deskIds, places: deskIds.length };
	});
}

/** The `n` nearest to a time that was wanted, nearest first; of two as near, the earlier first. */
export function nearestSlots<T extends { readonly startsAt: Temporal.Instant }>(
	slots: readonly T[],
	wanted: Temporal.Instant,
	n: number
): T[] {
	const target = wanted.epochMilliseconds;
	return slots
		.map((each) => ({ each, start: each.startsAt.epochMilliseconds }))
		.sort((a, b) => Math.abs(a.start - target) - Math.abs(b.start - target) || a.start - b.start)
		.slice(0, n)
		.map(({ each }) => each);
}

/** The desks at which exactly this start can be booked, by the same rules; none: it is not offered. */
export function isOffered(
	search: Omit<SlotSearch, 'counterIds' | 'from' | 'until'>,
	{ counterId, startsAt }: { readonly counterId: string; readonly startsAt: Temporal.Instant }
): readonly string[] {
	const day = parisDay(startsAt);
	const sweep = prepareSweep({ ...search, counterIds: [counterId], from: day, until: day });
	const [counter] = sweep.counters;
	const [wanted] = sweep.days;
	if (!counter || !wanted) return [];
	const at = startsAt.epochMilliseconds;
	// Starts are whole milliseconds: a moment between two of them is none.
	if (Temporal.Instant.compare(Temporal.Instant.fromEpochMilliseconds(at), startsAt) !== 0)
		return [];
	return startsOn(sweep, counter, wanted).find(([start]) => start === at)?.[1] ?? [];
}
