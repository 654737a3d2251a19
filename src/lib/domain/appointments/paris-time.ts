import type { Moment } from './types.ts';

export const PARIS = 'Europe/Paris';
export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A day of the calendar with what the sweep needs of it, so that the zone is looked up once a day. */
export interface CalendarDay {
	readonly date: Temporal.PlainDate;
	/** Days since 1970-01-01. */
	readonly number: number;
	/** First instant of the day in Paris, and of the day after, in epoch milliseconds. */
	readonly startMs: number;
	readonly endMs: number;
}

/** Days since 1970-01-01: days as numbers that can be compared and subtracted. */
export function dayNumber(date: Temporal.PlainDate): number {
	return date.toZonedDateTime('UTC').epochMilliseconds / DAY_MS;
}

/** Monday = 1. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Weeks are numbered from Monday to Sunday, from the one that holds 1970-01-01. */
export function weekOf(day: number): number {
	return Math.floor((day + 3) / 7);
}

/** Whether a day lies in a week that counts, one week in `everyWeeks` beginning with `anchorWeek`. */
export function isWeekOfTurn(day: number, anchorWeek: number, everyWeeks: number): boolean {
	return everyWeeks <= 1 || (weekOf(day) - anchorWeek) % everyWeeks === 0;
}

/** The day in Paris of an instant. */
export function parisDay(instant: Temporal.Instant): Temporal.PlainDate {
	return instant.toZonedDateTimeISO(PARIS).toPlainDate();
}

export function toMs(moment: Moment): number {
	return typeof moment === 'number' ? moment : moment.epochMilliseconds;
}

/** Milliseconds on the dial, from midnight: not an elapsed time on the days the clock changes. */
export function dialMs(time: Temporal.PlainTime): number {
	return (time.hour * 60 + time.minute) * MINUTE_MS + time.second * 1000;
}

/** First instant of a day in Paris, in epoch milliseconds. */
export function dayStartMs(date: Temporal.PlainDate): number {
	return date.toZonedDateTime(PARIS).epochMilliseconds;
}

/** All days from one to the other, both included; none when they are the wrong way round. */
export function calendarDays(from: Temporal.PlainDate, until: Temporal.PlainDate): CalendarDay[] {
	const days: CalendarDay[] = [];
	const last = dayNumber(until);
	let date = from;
	let startMs = dayStartMs(date);
	for (let number = dayNumber(from); number <= last; number += 1) {
		const next = date.add({ days: 1 });
		const endMs = dayStartMs(next);
		days.push({ date, number, startMs, endMs });
		date = next;
		startMs = endMs;
	}
	return days;
}

/**
 * The instant at which a clock in Paris shows `dial` (milliseconds from midnight) on that day. On
 * the two days of the year that do not last 24 hours, the zone is asked: a time that does not exist
 * is moved forward, a time that comes twice is its first.
 */
export function onDial(day: CalendarDay, dial: number): number {
	if (dial >= DAY_MS) return day.endMs;
	if (day.endMs - day.startMs === DAY_MS) return day.startMs + dial;
	const plainTime = new Temporal.PlainTime().add({ milliseconds: dial });
	return day.date.toZonedDateTime({ timeZone: PARIS, plainTime }).epochMilliseconds;
}
