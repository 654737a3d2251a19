import { MINUTE_MS, parisDay } from './paris-time.ts';
import type { AppointmentAction, AppointmentActor } from './states.ts';

/** Why an action comes too early or too late: the names of the broken rules. */
export type WindowRule =
	| 'hold-expired'
	| 'hold-still-running'
	| 'too-late-to-cancel'
	| 'too-late-to-move'
	| 'not-before-its-day'
	| 'only-on-its-day'
	| 'not-before-its-start'
	| 'not-before-its-end';

export interface WindowSettings {
	/** Until how many minutes before the start the person cancels alone (the very minute included). */
	readonly cancelUntilMinutes: number;
	/** The same for moving. */
	readonly moveUntilMinutes: number;
}

/** One hour: a person who can still cancel late does so, instead of not coming. */
export const DEFAULT_WINDOWS: WindowSettings = { cancelUntilMinutes: 60, moveUntilMinutes: 60 };

export interface AppointmentTimes {
	readonly startsAt: Temporal.Instant;
	readonly endsAt: Temporal.Instant;
	/** When a hold ends, that instant excluded; null when it is no hold. */
	readonly heldUntil?: Temporal.Instant | null;
}

/** -1, 0, 1: the present day in Paris comes before, is, or comes after the day of the appointment. */
function dayPosition(times: AppointmentTimes, now: Temporal.Instant): number {
	return Temporal.PlainDate.compare(parisDay(now), parisDay(times.startsAt));
}

/** A hold is its holder's until `heldUntil`, that instant excluded, so two people never both have it. */
export function isHoldRunning(heldUntil: Temporal.Instant, now: Temporal.Instant): boolean {
	return Temporal.Instant.compare(now, heldUntil) < 0;
}

/** The last instant at which the person may still cancel or move alone. */
export function lastMoment(startsAt: Temporal.Instant, minutesBefore: number): Temporal.Instant {
	return startsAt.subtract({ milliseconds: minutesBefore * MINUTE_MS });
}

function isPast(limit: Temporal.Instant, now: Temporal.Instant): boolean {
	return Temporal.Instant.compare(now, limit) > 0;
}

type Check = (
	times: AppointmentTimes,
	now: Temporal.Instant,
	actor: AppointmentActor,
	settings: WindowSettings
) => WindowRule | null;

const onItsDay: Check = (times, now) => (dayPosition(times, now) === 0 ? null : 'only-on-its-day');

const CHECKS: Partial<Record<AppointmentAction, Check>> = {
	confirm: ({ heldUntil }, now) =>
		heldUntil && !isHoldRunning(heldUntil, now) ? 'hold-expired' : null,
	expire: ({ heldUntil }, now) =>
		heldUntil && isHoldRunning(heldUntil, now) ? 'hold-still-running' : null,
	// An agent cancels for the person up to the start; after it, the person did not come.
	cancel: ({ startsAt }, now, actor, { cancelUntilMinutes }) =>
		isPast(lastMoment(startsAt, actor === 'agent' ? 0 : cancelUntilMinutes), now)
			? 'too-late-to-cancel'
			: null,
	// An agent also moves somebody who comes late, to a time later that day.
	move: ({ startsAt }, now, actor, { moveUntilMinutes }) =>
		actor !== 'agent' && isPast(lastMoment(startsAt, moveUntilMinutes), now)
			? 'too-late-to-move'
			: null,
	arrive: onItsDay,
	call: onItsDay,
	start: onItsDay,
	receive: (times, now) => (dayPosition(times, now) < 0 ? 'not-before-its-day' : null),
	// Nobody is late at the very minute.
	'mark-absent': ({ startsAt }, now) => (isPast(startsAt, now) ? null : 'not-before-its-start'),
	'leave-unrecorded': ({ endsAt }, now) =>
		Temporal.Instant.compare(now, endsAt) >= 0 ? null : 'not-before-its-end'
};

/**
 * Whether the clock allows an action: null when it does, else the name of the rule it breaks. Days
 * are days in Paris. Whether the state and the actor allow it is asked of `can` in states.ts.
 */
export function brokenWindow(
	action: AppointmentAction,
	actor: AppointmentActor,
	times: AppointmentTimes,
	now: Temporal.Instant,
	settings: WindowSettings = DEFAULT_WINDOWS
): WindowRule | null {
	return CHECKS[action]?.(times, now, actor, settings) ?? null;
}
