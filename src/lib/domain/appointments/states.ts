/**
 * What can be done with an appointment in each state, and by whom: one table, read by the screens
 * (which buttons) and by the use cases (what is refused). When it can be done is in windows.ts.
 */
export const APPOINTMENT_STATES = [
	/** A chosen time kept for its holder while the booking is finished. */
	'held',
	'booked',
	/** The person is there and waits. */
	'arrived',
	'called',
	'in_interview',
	'received',
	'absent',
	'cancelled_by_applicant',
	'cancelled_by_service',
	/** Replaced by another appointment, which points to this one. */
	'moved',
	/** A hold that was released or ran out. */
	'expired',
	/** The day ended and nobody wrote down whether the person came. */
	'unrecorded'
] as const;

export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/**
 * Who acts: an applicant signed in (or a helper acting in their name), a visitor with the private
 * link of the appointment, an agent of the counter, or the service by itself.
 */
export type AppointmentActor = 'applicant' | 'visitor' | 'agent' | 'system';

export type AppointmentAction =
	| 'confirm'
	| 'release'
	| 'expire'
	| 'move'
	| 'cancel'
	| 'cancel-by-service'
	| 'arrive'
	| 'call'
	| 'start'
	| 'receive'
	| 'mark-absent'
	| 'leave-unrecorded'
	| 'undo';

interface Transition {
	readonly action: AppointmentAction;
	readonly from: readonly AppointmentState[];
	readonly to: AppointmentState;
	readonly by: readonly AppointmentActor[];
}

const PUBLIC: readonly AppointmentActor[] = ['applicant', 'visitor'];
const PUBLIC_AND_AGENT: readonly AppointmentActor[] = [...PUBLIC, 'agent'];
const AGENT: readonly AppointmentActor[] = ['agent'];
const SYSTEM: readonly AppointmentActor[] = ['system'];

/** One line for each thing that can happen; what has no line is refused. */
export const TRANSITIONS: readonly Transition[] = [
	// The holder finishes; the agent does so for a person at the desk or on the telephone.
	{ action: 'confirm', from: ['held'], to: 'booked', by: PUBLIC_AND_AGENT },
	// Choosing another time gives the first back at once: abandoned holds starve a busy counter.
	{ action: 'release', from: ['held'], to: 'expired', by: PUBLIC_AND_AGENT },
	// Done inside the booking transaction of whoever wants the time next, so no late job blocks it.
	{ action: 'expire', from: ['held'], to: 'expired', by: SYSTEM },
	// Every applicant is to be received within the delay of the plan (CCH, art. L441-2-8 I): moving
	// must be as easy as cancelling, else people give up their turn.
	{ action: 'move', from: ['booked'], to: 'moved', by: PUBLIC },
	// The agent also moves somebody who is already waiting, when a desk has to close.
	{ action: 'move', from: ['booked', 'arrived', 'called'], to: 'moved', by: AGENT },
	// The agent cancels here when the person asks for it (telephone, desk): it stays their decision.
	{ action: 'cancel', from: ['booked'], to: 'cancelled_by_applicant', by: PUBLIC_AND_AGENT },
	// The counter fails the person (closure, sick leave): kept apart, for they are to be received
	// all the same within the delay (L441-2-8 I), and it never counts against them.
	{
		action: 'cancel-by-service',
		from: ['booked', 'arrived', 'called'],
		to: 'cancelled_by_service',
		by: ['agent', 'system']
	},
	// The four steps at the counter, in the order of the queue.
	{ action: 'arrive', from: ['booked'], to: 'arrived', by: AGENT },
	// A small counter has no waiting room: the person may be called without an arrival written down.
	{ action: 'call', from: ['booked', 'arrived'], to: 'called', by: AGENT },
	{ action: 'start', from: ['booked', 'arrived', 'called'], to: 'in_interview', by: AGENT },
	// One tap is enough for "received", whatever was noted before, also on a later day: that the
	// person was received is the fact which the law counts (L441-2-8 I).
	{
		action: 'receive',
		from: ['booked', 'arrived', 'called', 'in_interview', 'unrecorded'],
		to: 'received',
		by: AGENT
	},
	// Not from 'arrived': somebody who came is not absent. From 'called': nobody stood up.
	{ action: 'mark-absent', from: ['booked', 'called', 'unrecorded'], to: 'absent', by: AGENT },
	// So that a forgotten line neither counts as an absence nor stops the person from booking again.
	{
		action: 'leave-unrecorded',
		from: ['booked', 'arrived', 'called', 'in_interview'],
		to: 'unrecorded',
		by: SYSTEM
	},
	// A slip of the finger is taken back one step. Cancellations and moves are not: the person has
	// been told, and the place may have gone to somebody else.
	{ action: 'undo', from: ['arrived', 'received', 'absent'], to: 'booked', by: AGENT },
	{ action: 'undo', from: ['called'], to: 'arrived', by: AGENT },
	{ action: 'undo', from: ['in_interview'], to: 'called', by: AGENT }
];

/** Nothing more is expected; an agent may still correct some of them (see the table). */
export const FINAL_STATES: readonly AppointmentState[] = [
	'received',
	'absent',
	'cancelled_by_applicant',
	'cancelled_by_service',
	'moved',
	'expired',
	'unrecorded'
];

/**
 * The states that take the desk's time: those of the exclusion constraint in the database. An absent
 * person's time stays theirs: they may still come late, and the mark may be taken back. What was
 * left unrecorded is past and stands in nobody's way.
 */
export const OCCUPYING_STATES: readonly AppointmentState[] = [
	'held',
	'booked',
	'arrived',
	'called',
	'in_interview',
	'received',
	'absent'
];

/** The states of an appointment still ahead or under way. */
export const ACTIVE_STATES: readonly AppointmentState[] = [
	'booked',
	'arrived',
	'called',
	'in_interview'
];

export function isFinal(state: AppointmentState): boolean {
	return FINAL_STATES.includes(state);
}

export function occupiesDesk(state: AppointmentState): boolean {
	return OCCUPYING_STATES.includes(state);
}

/** Whether somebody may do this from that state. The clock has its say in windows.ts. */
export function can(
	action: AppointmentAction,
	state: AppointmentState,
	actor: AppointmentActor
): boolean {
	return TRANSITIONS.some(
		(line) => line.action === action && line.from.includes(state) && line.by.includes(actor)
	);
}

/** The state after an action, or null when the action does not exist from that state. */
export function nextState(
	action: AppointmentAction,
	state: AppointmentState
): AppointmentState | null {
	return (
		TRANSITIONS.find((line) => line.action === action && line.from.includes(state))?.to ?? null
	);
}

/** All that somebody may do from a state, in the order of the table. */
export function actionsFrom(
	state: AppointmentState,
	actor: AppointmentActor
): readonly AppointmentAction[] {
	const found = TRANSITIONS.filter((line) => line.from.includes(state) && line.by.includes(actor));
	return [...new Set(found.map((line) => line.action))];
}
