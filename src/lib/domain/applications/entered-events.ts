import { EVENT_RULES, type EventKind, type EventRule, type RequestState } from './event-kinds.ts';

/** The headings under which a counter finds what it may enter. */
export const ENTRY_GROUPS = [
	'progress',
	'decision',
	'offer',
	'priority',
	'warning',
	'end',
	'other'
] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

/**
 * What a counter enters by a form, and under which heading. The rest is written by what causes it: an interview by the
 * agenda, a paper by the papers, a change and a renewal by their own screens, a correction on the line itself.
 */
export const ENTERED: Partial<Record<EventKind, EntryGroup>> = {
	registered: 'progress',
	papers_requested: 'progress',
	instruction_started: 'progress',
	positioned: 'progress',
	sent_to_commission: 'progress',
	decided_granted: 'decision',
	decided_ranked: 'decision',
	decided_conditional: 'decision',
	decided_not_granted: 'decision',
	decided_inadmissible: 'decision',
	condition_met: 'decision',
	condition_not_met: 'decision',
	rank_not_reached: 'decision',
	offer_sent: 'offer',
	offer_accepted: 'offer',
	offer_refused: 'offer',
	offer_unanswered: 'offer',
	offer_withdrawn: 'offer',
	priority_flagged: 'priority',
	priority_lifted: 'priority',
	dalo_recognised: 'priority',
	dalo_transferred: 'priority',
	dalo_ended: 'priority',
	warned_no_contact: 'warning',
	warned_inadmissible: 'warning',
	warning_answered: 'warning',
	struck_off_housed: 'end',
	struck_off_renounced: 'end',
	struck_off_no_contact: 'end',
	struck_off_inadmissible: 'end',
	struck_off_not_renewed: 'end',
	reinstated: 'end',
	merged: 'other'
};

export type EnteredKind = Extract<EventKind, keyof typeof ENTERED>;

export type EntryChoice = { group: EntryGroup; kinds: EventKind[] };

/** What an agent may enter of a request in this state, by heading; headings without anything are left out. */
export function entryChoices(state: RequestState): EntryChoice[] {
	return ENTRY_GROUPS.map((group) => ({
		group,
		kinds: (Object.keys(ENTERED) as EventKind[]).filter(
			(kind) => ENTERED[kind] === group && mayEnter(kind, state)
		)
	})).filter(({ kinds }) => kinds.length > 0);
}

function mayEnter(kind: EventKind, state: RequestState): boolean {
	const rule: EventRule = EVENT_RULES[kind];
	return rule.by.includes('agent') && rule.from.includes(state);
}

/** Whether this kind has a form. */
export function isEntered(kind: string): kind is EventKind {
	return Object.hasOwn(ENTERED, kind);
}

/** Who told the counter: itself, a landlord, the register, a service of the State, the applicant. */
export const TELLERS = ['counter', 'landlord', 'register', 'state', 'applicant'] as const;
export type Teller = (typeof TELLERS)[number];
