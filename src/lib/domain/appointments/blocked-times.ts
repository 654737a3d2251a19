import { dayNumber, dialMs, isWeekOfTurn, onDial, toMs } from './paris-time.ts';
import { weekdayOf, weekOf } from './paris-time.ts';
import type { CalendarDay } from './paris-time.ts';
import type { BusyRange, DeskAbsence } from './types.ts';

/** Stretches in which a desk takes nobody, apart from each other and in order, in epoch milliseconds. */
export interface Blocked {
	readonly from: readonly number[];
	readonly until: readonly number[];
}

type Range = readonly [from: number, until: number];

const DIAL_END = 86_400_000;

function absenceRanges(absence: DeskAbsence, days: readonly CalendarDay[]): Range[] {
	const isOnce = absence.kind === 'once';
	const first = dayNumber(absence.fromDay);
	const last = absence.untilDay ? dayNumber(absence.untilDay) : isOnce ? first : Infinity;
	const from = absence.startsAt ? dialMs(absence.startsAt) : 0;
	const until = absence.endsAt ? dialMs(absence.endsAt) : DIAL_END;
	return days
		.filter(
			({ number }) =>
				first <= number &&
				number <= last &&
				(isOnce ||
					(weekdayOf(number) === absence.weekday &&
						isWeekOfTurn(number, weekOf(first), absence.everyWeeks)))
		)
		.map((day) => [onDial(day, from), onDial(day, until)]);
}

/** Sorts ranges and joins those that overlap (a deliberate overbooking) or touch. */
function joined(ranges: Range[]): Blocked {
	ranges.sort((a, b) => a[0] - b[0]);
	const from: number[] = [];
	const until: number[] = [];
	let end = -Infinity;
	for (const range of ranges) {
		if (range[0] > end) {
			from.push(range[0]);
			until.push(range[1]);
			end = range[1];
		} else if (range[1] > end) {
			end = range[1];
			until[until.length - 1] = end;
		}
	}
	return { from, until };
}

/**
 * What each desk cannot take over the given days: appointments with their buffers, and absences.
 * A desk that is not in the answer is free throughout.
 */
export function blockedByDesk(
	busy: readonly BusyRange[],
	absences: readonly DeskAbsence[],
	days: readonly CalendarDay[]
): ReadonlyMap<string, Blocked> {
	const begin = days[0]?.startMs ?? 0;
	const end = days.at(-1)?.endMs ?? 0;
	const ranges = new Map<string, Range[]>();
	const add = (deskId: string, from: number, until: number): void => {
		if (from >= until || until <= begin || from >= end) return;
		const known = ranges.get(deskId);
		if (known) known.push([from, until]);
		else ranges.set(deskId, [[from, until]]);
	};
	for (const each of busy) add(each.deskId, toMs(each.from), toMs(each.until));
	for (const absence of absences) {
		for (const [from, until] of absenceRanges(absence, days)) add(absence.deskId, from, until);
	}
	return new Map([...ranges].map(([deskId, list]) => [deskId, joined(list)]));
}

/** Index of the first stretch that ends after `moment`. */
export function firstEndingAfter(blocked: Blocked, moment: number): number {
	let low = 0;
	let high = blocked.until.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((blocked.until[middle] ?? 0) <= moment) low = middle + 1;
		else high = middle;
	}
	return low;
}
