import { PARIS_ZONE } from '../words.ts';
import { HELPER_ACTS, type HelperAct, type HelperRight } from './rights.ts';

/** For how long a helper may be named, in months. Nobody is named for good: a year at most, then again if need be. */
export const MANDATE_MONTHS = [1, 3, 6, 12] as const;
export type MandateMonths = (typeof MANDATE_MONTHS)[number];

/** Days in which an invitation can be accepted: it is a private link in a message, and messages stay. */
export const INVITATION_DAYS = 14;

/** Helpers that a request may have at one time, those invited counted. */
export const HELPERS_AT_ONCE = 5;

/** Invitations that one request may send in 24 hours: each goes to somebody who asked for nothing. */
export const INVITATIONS_A_DAY = 5;

/** How a mandate stands, as far as its own facts tell. */
export type Mandate = {
	readonly rights: readonly HelperRight[];
	/** Until when the invitation can be accepted. */
	readonly invitedUntil: Temporal.Instant;
	readonly acceptedAt: Temporal.Instant | null;
	readonly declinedAt: Temporal.Instant | null;
	readonly stoppedAt: Temporal.Instant | null;
	/** From this instant on nothing is allowed any more. */
	readonly endsAt: Temporal.Instant;
};

export type MandateState = 'invited' | 'lapsed' | 'declined' | 'running' | 'ended' | 'stopped';

const reached = (at: Temporal.Instant, moment: Temporal.Instant) =>
	Temporal.Instant.compare(at, moment) >= 0;

/** Where a mandate stands at a moment. What was said last and cannot be taken back comes first. */
export function mandateStateAt(mandate: Mandate, at: Temporal.Instant): MandateState {
	if (mandate.stoppedAt && reached(at, mandate.stoppedAt)) return 'stopped';
	if (mandate.declinedAt && reached(at, mandate.declinedAt)) return 'declined';
	if (!mandate.acceptedAt || !reached(at, mandate.acceptedAt)) {
		const isOver = reached(at, mandate.invitedUntil) || reached(at, mandate.endsAt);
		return isOver ? 'lapsed' : 'invited';
	}
	return reached(at, mandate.endsAt) ? 'ended' : 'running';
}

/** Whether a helper may do this at that moment: only under a running mandate, and only what it names. */
export function mayAct(mandate: Mandate, act: HelperAct, at: Temporal.Instant): boolean {
	return mandateStateAt(mandate, at) === 'running' && mandate.rights.includes(HELPER_ACTS[act]);
}

/** The first instant at which it is over: midnight in Paris after its last day, so many months from today. */
export function endOfMandate(today: Temporal.PlainDate, months: MandateMonths): Temporal.Instant {
	return lastDayOf(today, months).add({ days: 1 }).toZonedDateTime(PARIS_ZONE).toInstant();
}

export function lastDayOf(today: Temporal.PlainDate, months: MandateMonths): Temporal.PlainDate {
	return today.add({ months });
}

/** The last day on which a mandate is good, from the instant it ends. */
export function lastDayBefore(endsAt: Temporal.Instant): Temporal.PlainDate {
	return endsAt.subtract({ milliseconds: 1 }).toZonedDateTimeISO(PARIS_ZONE).toPlainDate();
}
