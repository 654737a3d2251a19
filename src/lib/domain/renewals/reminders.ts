import { PARIS } from '../appointments/paris-time.ts';
import { leavesAt, type Channel } from '../notifications/quiet-hours.ts';

/**
 * Days before the end of validity at which an applicant is reminded to renew. The law asks for one notice, a month
 * before at the latest (R441-2-7); a request that is lost takes years of seniority with it, hence the others.
 */
export const RENEWAL_REMINDER_DAYS = [60, 30, 15, 7, 1] as const;

/** When a reminder leaves, on the wall in Paris: people are up, and counters are about to open. */
const HOUR = Temporal.PlainTime.from('09:00');

/** From so many days before the end, somebody who has confirmed is told that the counter has not recorded it yet. */
export const UNRECORDED_DAYS = 7;

export interface RenewalQuestion {
	/** Last day of validity. */
	readonly validUntil: Temporal.PlainDate;
	/** Those already decided for this validity, sent or not, in days before its end. */
	readonly decided: readonly number[];
	/** Whether a notice of this end of validity has left already, from us or from the register. */
	readonly noticed: boolean;
	/** The applicant has confirmed; the counter has not recorded it. */
	readonly confirmed: boolean;
	readonly channel: Channel;
	readonly now: Temporal.Instant;
}

export interface RenewalDecision {
	/** The reminder to send now, in days before the end, or null. */
	readonly send: number | null;
	/** Those whose moment has gone by and that will never leave. */
	readonly passed: readonly number[];
}

/**
 * Which reminder of a renewal is due. Whether the request is live and not renewed is asked before.
 *
 * - A reminder leaves at nine, so many days before the last day; at night by SMS it waits for the morning (`leavesAt`).
 * - A job that comes late sends one at most: the last of those due, and only while the next one, or the end, is farther
 *   away than the moment it missed. Half-way and beyond, the next one does the work.
 * - The first that leaves is the legal notice: however late, it leaves (R441-2-7).
 * - Nothing once validity is over: then it is no longer a reminder.
 * - Who has confirmed is left in peace, until the last week.
 */
export function dueRenewalReminder(question: RenewalQuestion): RenewalDecision {
	const { now, decided } = question;
	const open = RENEWAL_REMINDER_DAYS.filter((days) => !decided.includes(days));
	const due = open.filter((days) => isAtOrAfter(now, departure(question, days)));
	const last = due.at(-1);
	const isQuiet = !leavesAt(now, question.channel).equals(now);
	if (last === undefined || isQuiet) return { send: null, passed: [] };
	const send = isWorthSending(question, last) ? last : null;
	return { send, passed: due.filter((days) => days !== send) };
}

/** Whole days from today to the last day of validity: what the message says, whatever the reminder is called. */
export function daysUntil(validUntil: Temporal.PlainDate, now: Temporal.Instant): number {
	const day = now.toZonedDateTimeISO(PARIS).toPlainDate();
	return day.until(validUntil, { largestUnit: 'days' }).days;
}

function isWorthSending(question: RenewalQuestion, days: number): boolean {
	const { now, validUntil } = question;
	if (daysUntil(validUntil, now) < 0) return false;
	if (question.confirmed) return days <= UNRECORDED_DAYS;
	if (!question.noticed) return true;
	const next = RENEWAL_REMINDER_DAYS.find((each) => each < days);
	// Nothing comes after the last one: better late than never.
	if (next === undefined) return true;
	const late = now.epochMilliseconds - departure(question, days).epochMilliseconds;
	const ahead = departure(question, next).epochMilliseconds - now.epochMilliseconds;
	return late < ahead;
}

/** Wall-clock days, not elapsed ones: the reminder of a night that changes the clock still leaves at nine. */
function departure({ validUntil, channel }: RenewalQuestion, days: number): Temporal.Instant {
	const wanted = validUntil
		.subtract({ days })
		.toZonedDateTime({ timeZone: PARIS, plainTime: HOUR })
		.toInstant();
	return leavesAt(wanted, channel);
}

function isAtOrAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
	return Temporal.Instant.compare(a, b) >= 0;
}
