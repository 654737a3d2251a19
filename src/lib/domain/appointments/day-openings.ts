import { dayNumber, dialMs, isWeekOfTurn, weekdayOf, weekOf } from './paris-time.ts';
import type { CalendarDay } from './paris-time.ts';
import { publicHolidayOn } from './public-holidays.ts';
import type { Closure, Opening } from './types.ts';

/** An opening with its dates and times as numbers. */
export interface PlannedOpening {
	readonly opening: Opening;
	readonly fromDial: number;
	readonly untilDial: number;
	readonly firstDay: number;
	readonly lastDay: number;
	/** Week from which "one week in n" is counted; without a first day, the week of 1970-01-01. */
	readonly anchorWeek: number;
}

/** The openings of one counter, arranged so that a day's are found without going through them all. */
export interface CounterPlan {
	readonly counterId: string;
	/** Every desk that any opening names, in order. */
	readonly deskIds: readonly string[];
	readonly weekly: readonly (readonly PlannedOpening[])[];
	readonly once: ReadonlyMap<number, readonly PlannedOpening[]>;
	readonly override: ReadonlyMap<number, readonly PlannedOpening[]>;
	readonly closures: readonly (readonly [number, number])[];
}

function planned(opening: Opening): PlannedOpening {
	const { validFrom, validUntil } = opening;
	const first = validFrom ? dayNumber(validFrom) : null;
	return {
		opening,
		fromDial: dialMs(opening.startsAt),
		untilDial: dialMs(opening.endsAt),
		firstDay: first ?? -Infinity,
		lastDay: validUntil ? dayNumber(validUntil) : Infinity,
		anchorWeek: first === null ? 0 : weekOf(first)
	};
}

function dated(openings: readonly Opening[], kind: Opening['kind']): Map<number, PlannedOpening[]> {
	const byDay = new Map<number, PlannedOpening[]>();
	for (const opening of openings) {
		if (opening.kind !== kind || opening.day === null) continue;
		const day = dayNumber(opening.day);
		byDay.set(day, [...(byDay.get(day) ?? []), planned(opening)]);
	}
	return byDay;
}

type Plans = WeakMap<readonly Closure[], Map<string, CounterPlan>>;
const arranged = new WeakMap<readonly Opening[], Plans>();

/**
 * Arranges the openings and closures of one counter (those of others are passed over). The same two lists are arranged
 * once: whoever asks often hands over the lists that it keeps, and none of them ever changes.
 */
export function planCounter(
	counterId: string,
	allOpenings: readonly Opening[],
	allClosures: readonly Closure[]
): CounterPlan {
	const withOpenings = remembered(arranged, allOpenings, (): Plans => new WeakMap());
	const plans = remembered(withOpenings, allClosures, () => new Map<string, CounterPlan>());
	return remembered(plans, counterId, () => arrange(counterId, allOpenings, allClosures));
}

type Memory<K, V> = { get(key: K): V | undefined; set(key: K, value: V): unknown };

function remembered<K, V>(memory: Memory<K, V>, key: K, make: () => V): V {
	const known = memory.get(key);
	if (known !== undefined) return known;
	const made = make();
	memory.set(key, made);
	return made;
}

function arrange(
	counterId: string,
	allOpenings: readonly Opening[],
	allClosures: readonly Closure[]
): CounterPlan {
	const openings = allOpenings.filter((opening) => opening.counterId === counterId);
	const weekly: PlannedOpening[][] = Array.from({ length: 8 }, () => []);
	for (const opening of openings) {
		if (opening.kind === 'weekly' && opening.weekday !== null) {
			weekly[opening.weekday]?.push(planned(opening));
		}
	}
	return {
		counterId,
		deskIds: [...new Set(openings.flatMap((opening) => opening.deskIds))].sort(),
		weekly,
		once: dated(openings, 'once'),
		override: dated(openings, 'override'),
		closures: allClosures
			.filter((closure) => closure.counterId === counterId)
			.map((closure) => [dayNumber(closure.fromDay), dayNumber(closure.untilDay)])
	};
}

function weeklyOn(plan: CounterPlan, day: CalendarDay): readonly PlannedOpening[] {
	const sameWeekday = plan.weekly[weekdayOf(day.number)] ?? [];
	if (sameWeekday.length === 0 || publicHolidayOn(day.date) !== null) return [];
	return sameWeekday.filter(
		(each) =>
			each.firstDay <= day.number &&
			day.number <= each.lastDay &&
			isWeekOfTurn(day.number, each.anchorWeek, each.opening.everyWeeks)
	);
}

/** What is open at a counter on a day, for any motive and audience. */
export function openingsOn(plan: CounterPlan, day: CalendarDay): readonly PlannedOpening[] {
	if (plan.closures.some(([from, until]) => from <= day.number && day.number <= until)) return [];
	const usual = plan.override.get(day.number) ?? weeklyOn(plan, day);
	const added = plan.once.get(day.number);
	return added ? [...usual, ...added] : usual;
}
