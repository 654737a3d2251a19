import type { EventKind } from './event-kinds.ts';

/** Who wants to strike a request off for want of an answer or as inadmissible warns, then waits a month (R441-2-8). */
export const WARNING_MONTHS = 1;

const WARNINGS: readonly EventKind[] = ['warned_no_contact', 'warned_inadmissible'];

/** What puts an end to a warning: an answer, or a new start. */
const ENDINGS: readonly EventKind[] = [
	'warning_answered',
	'renewed',
	'reinstated',
	'instruction_started'
];

/**
 * The warning that still threatens a request, or null.
 * @param events those that stand, oldest first
 */
export function pendingWarning<Event extends { kind: EventKind; occurredOn: Temporal.PlainDate }>(
	events: readonly Event[]
): (Event & { answerBefore: Temporal.PlainDate }) | null {
	const last = events.findLast(({ kind }) => WARNINGS.includes(kind) || ENDINGS.includes(kind));
	if (!last || !WARNINGS.includes(last.kind)) return null;
	return { ...last, answerBefore: last.occurredOn.add({ months: WARNING_MONTHS }) };
}
