import { lasting } from '../lasting.ts';
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

/** Some years of days. */
const MOST_DAYS = 2_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

const calendarDay = lasting(MOST_DAYS, (number: number): CalendarDay => {
	const date = EPOCH.add({ days: number });
	return { date, number, startMs: dayStartMs(date), endMs: dayStartMs(date.add({ days: 1 })) };
});

/** All days from one to the other, both included; none when they are the wrong way round. */
export function calendarDays(from: Temporal.PlainDate, until: Temporal.PlainDate): CalendarDay[] {
	const first = dayNumber(from);
	const length = Math.max(0, dayNumber(until) - first + 1);
	return Array.from({ length }, (_, at) => calendarDay(first + at));
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
