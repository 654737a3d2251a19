import { RuleBroken } from '../errors.ts';
import type { EventKind, RequestState } from './event-kinds.ts';
import { nextState } from './states.ts';

export interface RecordedEvent {
	readonly id: string;
	readonly kind: EventKind;
	readonly detail: Readonly<Record<string, string | number | boolean | null>>;
	/** Whom the journal names as its writer: `agent:<id>`, `system:<reason>`. */
	readonly recordedBy: string;
}

/** The events that somebody entered by mistake, each with the event that says so. */
export function mistakes<Event extends RecordedEvent>(
	events: readonly Event[]
): Map<string, Event> {
	const found = new Map<string, Event>();
	for (const event of events) {
		if (event.kind === 'entered_in_error') found.set(String(event.detail['eventId']), event);
	}
	return found;
}

/** What really happened: nothing is ever rewritten, so a mistake stays in the journal and stops to count. */
export function standingEvents<Event extends RecordedEvent>(events: readonly Event[]): Event[] {
	const wrong = mistakes(events);
	return events.filter(({ id, kind }) => kind !== 'entered_in_error' && !wrong.has(id));
}

/**
 * Whether an agent may say of an event that it was entered by mistake: only what an agent typed. What the register
 * says is corrected in the register, and what the applicant declared is the applicant's.
 */
export function isCorrectable(event: RecordedEvent): boolean {
	return event.recordedBy.startsWith('agent:') && event.kind !== 'entered_in_error';
}

/**
 * The state of a request once an event no longer counts.
 *
 * @param events all of them, in the order in which they were written
 * @returns the state that what is left leads to
 * @throws RuleBroken `not-correctable` for an event that no agent typed or that was corrected already;
 * `later-events-depend` when what came after could not have happened without it: correct that first
 */
export function stateWithout(events: readonly RecordedEvent[], eventId: string): RequestState {
	const standing = standingEvents(events);
	const wrong = standing.find(({ id }) => id === eventId);
	if (!wrong || !isCorrectable(wrong)) throw new RuleBroken('not-correctable');
	try {
		return replay(standing.filter(({ id }) => id !== eventId));
	} catch (cause) {
		if (cause instanceof RuleBroken) throw new RuleBroken('later-events-depend');
		throw cause;
	}
}

/** A request may have come to us registered, without the event that says so. */
function replay(events: readonly RecordedEvent[]): RequestState {
	const begins = events[0]?.kind === 'filed' || events[0]?.kind === 'registered';
	let state: RequestState | null = begins ? null : 'registered';
	for (const { kind } of events) state = nextState(state, kind);
	return state ?? 'registered';
}
