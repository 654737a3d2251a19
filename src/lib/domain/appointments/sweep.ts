import { blockedByDesk, firstEndingAfter } from './blocked-times.ts';
import type { Blocked } from './blocked-times.ts';
import { openingsOn, planCounter } from './day-openings.ts';
import type { CounterPlan, PlannedOpening } from './day-openings.ts';
import { calendarDays, MINUTE_MS, onDial, parisDay } from './paris-time.ts';
import type { CalendarDay } from './paris-time.ts';
import type { BusyRange, Motive, SlotSearch } from './types.ts';

/** A search made ready: everything as numbers, each desk's blocked time in order. */
export interface Sweep {
	readonly search: SlotSearch;
	readonly counters: readonly CounterPlan[];
	readonly days: readonly CalendarDay[];
	readonly blocked: ReadonlyMap<string, Blocked>;
	/** Appointments of this motive by desk and day; empty when the motive has no limit. */
	readonly taken: ReadonlyMap<string, number>;
	/** No start before this (now + minimum notice), in epoch milliseconds. */
	readonly earliest: number;
}

const FREE: Blocked = { from: [], until: [] };

function takenByDeskAndDay(
	busy: readonly BusyRange[],
	motive: Motive
): ReadonlyMap<string, number> {
	const taken = new Map<string, number>();
	if (motive.maxPerDayAndDesk === null) return taken;
	for (const each of busy) {
		if (each.motiveCode !== motive.code) continue;
		const key = `${each.deskId} ${String(each.day)}`;
		taken.set(key, (taken.get(key) ?? 0) + 1);
	}
	return taken;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
	return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

/** First millisecond that is not before the instant: what lies between two milliseconds is not lost. */
function ceilMs(instant: Temporal.Instant): number {
	return instant.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' }).epochMilliseconds;
}

/** Makes a search ready. Throws a RangeError on a motive that would make time stand still. */
export function prepareSweep(search: SlotSearch): Sweep {
	const { motive, now } = search;
	if (!(motive.stepMinutes > 0 && motive.durationMinutes > 0)) {
		throw new RangeError(`motive ${motive.code} needs a duration and a step above zero`);
	}
	const today = parisDay(now);
	const first = later(search.from, today);
	const horizon = today.add({ days: motive.horizonDays });
	const last = later(search.until, horizon) === horizon ? search.until : horizon;
	// One day more on each side: a buffer may reach into the day before or after.
	const around = calendarDays(first.subtract({ days: 1 }), last.add({ days: 1 }));
	return {
		search,
		counters: [...new Set(search.counterIds)].map((id) =>
			planCounter(id, search.openings, search.closures)
		),
		days: around.slice(1, -1),
		blocked: blockedByDesk(search.busy, search.absences, around),
		taken: takenByDeskAndDay(search.busy, motive),
		earliest: ceilMs(now) + motive.minimumNoticeMinutes * MINUTE_MS
	};
}

function isFor(search: SlotSearch, { opening }: PlannedOpening): boolean {
	return (
		opening.motiveCodes.includes(search.motive.code) &&
		(opening.audience === 'public' || search.audience === 'staff')
	);
}

function isFull(sweep: Sweep, deskId: string, day: CalendarDay): boolean {
	const limit = sweep.search.motive.maxPerDayAndDesk;
	return limit !== null && (sweep.taken.get(`${deskId} ${day.date.toString()}`) ?? 0) >= limit;
}

/**
 * The free starts of one desk in one opening: the opening's start plus any number of steps, the
 * visit within the opening, the visit and its buffers clear of what is blocked. Steps are elapsed
 * time, so that two starts never share a moment on the night the clock goes back.
 */
function sweepOpening(
	sweep: Sweep,
	blocked: Blocked,
	[begin, end]: readonly [number, number],
	offer: (start: number) => void
): void {
	const { motive } = sweep.search;
	const step = motive.stepMinutes * MINUTE_MS;
	const length = motive.durationMinutes * MINUTE_MS;
	const before = motive.bufferBeforeMinutes * MINUTE_MS;
	const after = motive.bufferAfterMinutes * MINUTE_MS;
	const skipped = Math.max(0, Math.ceil((sweep.earliest - begin) / step));
	let start = begin + skipped * step;
	let next = firstEndingAfter(blocked, start - before);
	for (; start + length <= end; start += step) {
		while ((blocked.until[next] ?? Infinity) <= start - before) next += 1;
		if ((blocked.from[next] ?? Infinity) >= start + length + after) offer(start);
	}
}

/** A start in epoch milliseconds, with the desks that are free then. */
export type FreeStart = readonly [start: number, deskIds: readonly string[]];

/** The free starts of a counter on a day, in order. */
export function startsOn(
	sweep: Sweep,
	counter: CounterPlan,
	day: CalendarDay
): readonly FreeStart[] {
	const open = openingsOn(counter, day).filter((each) => isFor(sweep.search, each));
	if (open.length === 0) return [];
	const starts = new Map<number, string[]>();
	for (const deskId of counter.deskIds) {
		if (isFull(sweep, deskId, day)) continue;
		for (const { opening, fromDial, untilDial } of open) {
			if (!opening.deskIds.includes(deskId)) continue;
			const bounds = [onDial(day, fromDial), onDial(day, untilDial)] as const;
			sweepOpening(sweep, sweep.blocked.get(deskId) ?? FREE, bounds, (start) => {
				const desks = starts.get(start);
				if (!desks) starts.set(start, [deskId]);
				// Two openings that overlap propose the same start of the same desk once.
				else if (desks.at(-1) !== deskId) desks.push(deskId);
			});
		}
	}
	return [...starts].sort((a, b) => a[0] - b[0]);
}
