import { openingsOn, planCounter } from './day-openings.ts';
import type { PlannedOpening } from './day-openings.ts';
import { calendarDays, dialMs, MINUTE_MS } from './paris-time.ts';
import type { Closure, Motive, Opening } from './types.ts';

/** Two openings that put one desk to work twice at the same time. */
export interface OpeningOverlap {
	readonly openingIds: readonly [string, string];
	readonly deskIds: readonly string[];
	/** Motives that both openings take; none: the overlap may be deliberate. */
	readonly motiveCodes: readonly string[];
	readonly firstDay: Temporal.PlainDate;
	/** Whether both begin and end together, which is mostly one opening entered twice. */
	readonly isSameHours: boolean;
}

function shared(a: readonly string[], b: readonly string[]): string[] {
	return a.filter((each) => b.includes(each));
}

function overlap(
	a: PlannedOpening,
	b: PlannedOpening,
	firstDay: Temporal.PlainDate
): OpeningOverlap | null {
	const deskIds = shared(a.opening.deskIds, b.opening.deskIds);
	const apart = a.untilDial <= b.fromDial || b.untilDial <= a.fromDial;
	if (apart || deskIds.length === 0) return null;
	return {
		openingIds: [a.opening.id, b.opening.id],
		deskIds,
		motiveCodes: shared(a.opening.motiveCodes, b.opening.motiveCodes),
		firstDay,
		isSameHours: a.fromDial === b.fromDial && a.untilDial === b.untilDial
	};
}

/**
 * Pairs of openings that share a desk at the same time on a day from `from` to `until` (included),
 * each pair once with its first day. Reads days as the search does: no overlap on a closed day, nor
 * with weekly hours that a dated override replaces.
 */
export function overlappingOpenings(
	openings: readonly Opening[],
	closures: readonly Closure[],
	from: Temporal.PlainDate,
	until: Temporal.PlainDate
): OpeningOverlap[] {
	const days = calendarDays(from, until);
	const found = new Map<string, OpeningOverlap>();
	for (const counterId of new Set(openings.map((opening) => opening.counterId))) {
		const plan = planCounter(counterId, openings, closures);
		for (const day of days) {
			const open = openingsOn(plan, day);
			open.forEach((a, index) => {
				for (const b of open.slice(index + 1)) {
					const key = JSON.stringify([a.opening.id, b.opening.id]);
					const pair = found.has(key) ? null : overlap(a, b, day.date);
					if (pair) found.set(key, pair);
				}
			});
		}
	}
	return [...found.values()];
}

/** How a motive fills an opening when visits follow each other. */
export interface Fit {
	/** Visits one after the other, on the grid and with their buffers; 0: the opening is too short. */
	readonly visits: number;
	/** Minutes at the end in which no visit fits. */
	readonly leftoverMinutes: number;
}

/** Visits that fit in an opening at one desk and the minutes left over, on a day of 24 hours. */
export function fitOf(
	opening: Pick<Opening, 'startsAt' | 'endsAt'>,
	motive: Pick<
		Motive,
		'durationMinutes' | 'stepMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'
	>
): Fit {
	const length = (dialMs(opening.endsAt) - dialMs(opening.startsAt)) / MINUTE_MS;
	const { durationMinutes, stepMinutes, bufferBeforeMinutes, bufferAfterMinutes } = motive;
	if (length < durationMinutes) return { visits: 0, leftoverMinutes: Math.max(0, length) };
	const occupied = durationMinutes + bufferBeforeMinutes + bufferAfterMinutes;
	const stride = Math.ceil(occupied / stepMinutes) * stepMinutes;
	const others = Math.floor((length - durationMinutes) / stride);
	return { visits: others + 1, leftoverMinutes: length - others * stride - durationMinutes };
}
