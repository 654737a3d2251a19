import { publicHolidayOn } from '../appointments/public-holidays.ts';
import { PARIS_ZONE } from '../words.ts';

/** Hours on the wall in which the public may come in on one day of the week (1 is Monday); until is not included. */
export type PublicHours = {
	readonly weekday: number;
	readonly opensAt: Temporal.PlainTime;
	readonly closesAt: Temporal.PlainTime;
};

/** Whole days on which a counter is shut, both included. */
export type ShutDays = {
	readonly fromDay: Temporal.PlainDate;
	readonly untilDay: Temporal.PlainDate;
};

export type Openness =
	/** Nobody gave the hours of this counter yet. */
	| { readonly state: 'unknown' }
	| { readonly state: 'open'; readonly until: Temporal.PlainTime }
	/** `opens` is null when it does not open again within the days looked at. */
	| {
			readonly state: 'shut';
			readonly opens: {
				readonly day: Temporal.PlainDate;
				readonly time: Temporal.PlainTime;
			} | null;
			/** When that changes, or null. */
			readonly why: 'closure' | 'holiday' | null;
	  };

/** How far ahead the next opening is looked for: a counter shut for longer says so in a notice. */
const DAYS_AHEAD = 28;

/**
 * Whether a counter receives at this moment, and otherwise when it opens next. Public holidays and the closures that
 * agents entered shut it whole days.
 *
 * @param hours the week; null when nobody gave it
 * @param closures of this counter
 * @param at the moment asked about
 */
export function opennessAt(
	hours: readonly PublicHours[] | null,
	closures: readonly ShutDays[],
	at: Temporal.Instant
): Openness {
	if (hours === null || hours.length === 0) return { state: 'unknown' };
	const here = at.toZonedDateTimeISO(PARIS_ZONE);
	const today = here.toPlainDate();
	const time = here.toPlainTime();
	const current = hoursOn(today, hours, closures).find(
		({ opensAt, closesAt }) => !isBefore(time, opensAt) && isBefore(time, closesAt)
	);
	if (current) return { state: 'open', until: current.closesAt };
	return {
		state: 'shut',
		opens: nextOpening(hours, closures, today, time),
		why: whyShut(today, closures)
	};
}

/** The hours of one day, in order; none when the counter is shut. */
export function hoursOn(
	day: Temporal.PlainDate,
	hours: readonly PublicHours[],
	closures: readonly ShutDays[]
): PublicHours[] {
	if (whyShut(day, closures)) return [];
	return hours
		.filter(({ weekday }) => weekday === day.dayOfWeek)
		.sort((a, b) => Temporal.PlainTime.compare(a.opensAt, b.opensAt));
}

function nextOpening(
	hours: readonly PublicHours[],
	closures: readonly ShutDays[],
	today: Temporal.PlainDate,
	time: Temporal.PlainTime
) {
	for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
		const day = today.add({ days: ahead });
		const next = hoursOn(day, hours, closures).find(
			({ opensAt }) => ahead > 0 || isBefore(time, opensAt)
		);
		if (next) return { day, time: next.opensAt };
	}
	return null;
}

function whyShut(day: Temporal.PlainDate, closures: readonly ShutDays[]) {
	const isClosed = closures.some(
		({ fromDay, untilDay }) =>
			Temporal.PlainDate.compare(fromDay, day) <= 0 &&
			Temporal.PlainDate.compare(day, untilDay) <= 0
	);
	if (isClosed) return 'closure' as const;
	return publicHolidayOn(day) ? ('holiday' as const) : null;
}

const isBefore = (a: Temporal.PlainTime, b: Temporal.PlainTime) =>
	Temporal.PlainTime.compare(a, b) < 0;
