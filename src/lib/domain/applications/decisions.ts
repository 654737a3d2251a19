import type { EventKind, RequestState } from './event-kinds.ts';
import { EVENT_RULES } from './event-kinds.ts';

/** What a commission may decide (R441-3 a to e). */
export const DECISIONS = [
	'decided_granted',
	'decided_ranked',
	'decided_conditional',
	'decided_not_granted',
	'decided_inadmissible'
] as const satisfies readonly EventKind[];
export type Decision = (typeof DECISIONS)[number];

export const isDecision = (kind: EventKind): kind is Decision =>
	DECISIONS.some((decision) => decision === kind);

/** Whether a decision still says where the request stands: the last one, in the state it led to. */
export function stillHolds(kind: Decision, state: RequestState): boolean {
	return EVENT_RULES[kind].to === state;
}

/** Whole days left to meet the condition of a decision: 0 on the last day. */
export function conditionDaysLeft(
	metBefore: Temporal.PlainDate,
	today: Temporal.PlainDate
): number {
	return today.until(metBefore, { largestUnit: 'days' }).days;
}
