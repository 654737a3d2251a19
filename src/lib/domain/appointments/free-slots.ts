import type { CounterPlan } from './day-openings.ts';
import { dayNumber, MINUTE_MS, PARIS, parisDay } from './paris-time.ts';
import type { CalendarDay } from './paris-time.ts';
import { prepareSweep, startsOn } from './sweep.ts';
import type { Motive, OfferedStart, Slot, SlotSearch } from './types.ts';

type SharedTimes = Omit<Slot, 'counterId' | 'deskId'>;

/** The times of a start; all desks and counters share them, so that a slot costs one small object. */
function timesOf(motive: Motive, day: CalendarDay): (start: number) => SharedTimes {
	const known = new Map<number, SharedTimes>();
	const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
	return (start) => {
		const found = known.get(start);
		if (found) return found;
		const end = start + motive.durationMinutes * MINUTE_MS;
		const startsAt = at(start);
		const times: SharedTimes = {
			startsAt,
			endsAt: at(end),
			occupiedFrom: at(start - motive.bufferBeforeMinutes * MINUTE_MS),
			occupiedUntil: at(end + motive.bufferAfterMinutes * MINUTE_MS),
			day: day.date,
			time: startsAt.toZonedDateTimeISO(PARIS).toPlainTime()
		};
		known.set(start, times);
		return times;
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
	for (const day of sweep.days) {
		const times = timesOf(search.motive, day);
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
			const times = timesOf(search.motive, day);
			for (const [start, deskIds] of startsOn(sweep, counter, day).slice(0, n - offered.length)) {
				const { counterId } = counter;
				offered.push({ counterId, deskIds, places: deskIds.length, ...times(start) });
			}
		}
		firsts.set(counter.counterId, offered);
	}
	return firsts;
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
		let found: { start: number; deskIds: readonly string[]; day: CalendarDay }[] = [];
		for (const { day, away } of outwards) {
			const last = found[n - 1];
			if (last && Math.abs(last.start - target) <= (away - 1) * SHORTEST_DAY_MS) break;
			const starts = startsOn(sweep, counter, day);
			found.push(...starts.map(([start, deskIds]) => ({ start, deskIds, day })));
			found = byDistance(found, target).slice(0, n);
		}
		nearest.set(
			counterId,
			found.map(({ start, deskIds, day }) => {
				const times = timesOf(search.motive, day)(start);
				return { counterId, deskIds, places: deskIds.length, ...times };
			})
		);
	}
	return nearest;
}

function byDistance<T extends { readonly start: number }>(found: T[], target: number): T[] {
	return found.sort(
		(a, b) => Math.abs(a.start - target) - Math.abs(b.start - target) || a.start - b.start
	);
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
