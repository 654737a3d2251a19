import { MINUTE_MS } from '../appointments/paris-time.ts';
import { leavesAt, type Channel } from './quiet-hours.ts';

/** When reminders leave, in minutes before the start, where a counter chose nothing: 7 days, 48 hours, 3 hours. */
export const DEFAULT_REMINDER_MINUTES: readonly number[] = [10_080, 2_880, 180];

export interface ReminderQuestion {
	readonly startsAt: Temporal.Instant;
	/** When the person was last told of this time: booked, or moved to it. */
	readonly bookedAt: Temporal.Instant;
	readonly channel: Channel;
	/** The counter's choice, in minutes before the start, in any order. */
	readonly minutes: readonly number[];
	/** Those already decided, sent or not. */
	readonly decided: readonly number[];
	readonly now: Temporal.Instant;
}

export interface ReminderDecision {
	/** The reminder to send now, or null. */
	readonly send: number | null;
	/** Those whose moment has gone by and that will never leave. */
	readonly passed: readonly number[];
}

/**
 * Which reminder of an appointment is due. Whether the appointment still stands is asked before.
 *
 * - A reminder leaves at its moment (start minus its minutes, elapsed time), or later when the hour is quiet
 *   (`leavesAt`); when that is no longer before the start, never.
 * - None whose moment came before the person was told of this time: the confirmation has said it all.
 * - A job that comes late sends one at most: the last of those due, and only while the next one, or the start, is
 *   farther away than the moment it missed. Half-way and beyond, the next one does the work.
 */
export function dueReminder(question: ReminderQuestion): ReminderDecision {
	const { now, decided } = question;
	const all = [...new Set(question.minutes)].sort((a, b) => b - a);
	const open = all.filter((minutes) => !decided.includes(minutes));
	const due = open.filter((minutes) => isAtOrAfter(now, departure(question, minutes)));
	const isQuiet = !leavesAt(now, question.channel).equals(now);
	const last = due.at(-1);
	if (last === undefined || isQuiet) {
		return { send: null, passed: [] };
	}
	const send = isWorthSending(question, all, last) ? last : null;
	return { send, passed: due.filter((minutes) => minutes !== send) };
}

function isWorthSending(question: ReminderQuestion, all: readonly number[], minutes: number) {
	const { startsAt, bookedAt, now } = question;
	const moment = momentOf(startsAt, minutes);
	const leaves = departure(question, minutes);
	if (isAtOrAfter(now, startsAt) || isAtOrAfter(leaves, startsAt)) return false;
	if (!isAtOrAfter(moment, bookedAt)) return false;
	const next = all.find((each) => each < minutes);
	// Nothing comes after the last one: better late than never.
	if (next === undefined) return true;
	const late = now.epochMilliseconds - leaves.epochMilliseconds;
	const ahead = departure(question, next).epochMilliseconds - now.epochMilliseconds;
	return late < ahead;
}

/** When a reminder is meant to leave, whatever the hour. */
function momentOf(startsAt: Temporal.Instant, minutes: number): Temporal.Instant {
	return startsAt.subtract({ milliseconds: minutes * MINUTE_MS });
}

function departure(question: ReminderQuestion, minutes: number): Temporal.Instant {
	return leavesAt(momentOf(question.startsAt, minutes), question.channel);
}

function isAtOrAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
	return Temporal.Instant.compare(a, b) >= 0;
}
