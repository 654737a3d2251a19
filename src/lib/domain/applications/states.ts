import { Refused, RuleBroken } from '../errors.ts';
import type { StrikeOffCause } from './codes.ts';
import { EVENT_KINDS, EVENT_RULES } from './event-kinds.ts';
import type { EventAuthor, EventKind, EventRule, RequestState } from './event-kinds.ts';

/** What the state of a request depends on. Events are only ever added: a mistake is mended by a later event. */
export interface HappenedEvent {
	readonly kind: EventKind;
}

/** The event that each cause of striking off gives (R441-2-8 a to e). */
export const STRIKE_OFF_EVENT: Readonly<Record<StrikeOffCause, EventKind>> = {
	RADATT: 'struck_off_housed',
	RADABA: 'struck_off_renounced',
	RADCON: 'struck_off_no_contact',
	RADIRR: 'struck_off_inadmissible',
	RADREN: 'struck_off_not_renewed'
};

/**
 * The present state of a request from its events, oldest first; `null` when there is none.
 * @throws RuleBroken `forbidden-transition` when an event may not follow those before it.
 */
export function stateAfter(events: readonly HappenedEvent[]): RequestState | null {
	let state: RequestState | null = null;
	for (const event of events) state = nextState(state, event.kind);
	return state;
}

/**
 * The state that one more event leads to.
 * @throws RuleBroken `forbidden-transition` (facts: from, event).
 */
export function nextState(state: RequestState | null, kind: EventKind): RequestState {
	const rule: EventRule = EVENT_RULES[kind];
	const to = rule.to === 'same' ? state : rule.to;
	if (!rule.from.includes(state) || to === null) {
		throw new RuleBroken('forbidden-transition', { from: state ?? 'nothing', event: kind });
	}
	return to;
}

/**
 * Says no unless this author may enter this event now.
 * @throws Refused when the event is not this author's to enter; RuleBroken as `nextState`.
 */
export function checkEvent(
	state: RequestState | null,
	kind: EventKind,
	author: EventAuthor
): RequestState {
	const rule: EventRule = EVENT_RULES[kind];
	if (!rule.by.includes(author)) throw new Refused(`enter-event-${kind}`);
	return nextState(state, kind);
}

/** What this author may enter in this state: the buttons of a screen. */
export function possibleEvents(state: RequestState | null, author: EventAuthor): EventKind[] {
	return EVENT_KINDS.filter((kind) => {
		const rule: EventRule = EVENT_RULES[kind];
		return rule.by.includes(author) && rule.from.includes(state);
	});
}

/** Whether the request still counts: nothing happens to it any more once it is struck off, save reinstatement. */
export function isLive(state: RequestState | null): boolean {
	return state !== null && state !== 'struck_off';
}
