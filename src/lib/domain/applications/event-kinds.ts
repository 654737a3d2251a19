/**
 * The life of a request as one table: what may happen, who may enter it, from where, where it leads,
 * and on whose authority. Articles are of the code de la construction et de l'habitation; `usage`
 * marks what the texts do not name but bodies do. Screens and server read this table, nothing else:
 * what each event says is in event-details.ts, what each state allows in state-rules.ts.
 */
export const REQUEST_STATES = [
	'filed',
	'registered',
	'in_instruction',
	'positioned',
	'in_commission',
	'granted',
	'granted_ranked',
	'granted_conditional',
	'not_granted',
	'inadmissible',
	'offer_sent',
	'offer_answered',
	'offer_accepted',
	'offer_refused',
	'offer_unanswered',
	'struck_off'
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Who enters an event. `sne` is the national register: an official fact, read and never typed here. */
export const EVENT_AUTHORS = ['applicant', 'agent', 'system', 'sne'] as const;
export type EventAuthor = (typeof EVENT_AUTHORS)[number];

export interface EventRule {
	/** States it may follow; `null` is "before anything". */
	readonly from: readonly (RequestState | null)[];
	/** State it leads to; `same` leaves the state as it is. */
	readonly to: RequestState | 'same';
	readonly by: readonly EventAuthor[];
	readonly authority: string;
}

const LIVE = REQUEST_STATES.filter((state) => state !== 'struck_off');
const REGISTERED_AND_ON = LIVE.filter((state) => state !== 'filed');
/** The request waits for a dwelling; after a refusal too, it stays valid for every body. */
const WAITING = ['registered', 'not_granted', 'offer_refused', 'offer_unanswered'] as const;
const GRANTED = ['granted', 'granted_ranked', 'granted_conditional'] as const;
/** An answer given straight to the landlord in time may become known after we wrote down the silence. */
const OFFERED = ['offer_sent', 'offer_answered', 'offer_unanswered'] as const;

// One line an event, so that the table can be read as a table.
// prettier-ignore
export const EVENT_RULES = {
	filed: { from: [null], to: 'filed', by: ['applicant', 'agent', 'sne'], authority: 'R441-2-2, R441-2-3' },
	registered: { from: [null, 'filed'], to: 'registered', by: ['agent', 'sne'], authority: 'L441-2-1, R441-2-4' },
	modified: { from: LIVE, to: 'same', by: ['applicant', 'agent', 'sne'], authority: 'R441-2-7' },
	interviewed: { from: LIVE, to: 'same', by: ['agent'], authority: 'L441-2-8, R441-2-10 2°' },
	papers_requested: { from: LIVE, to: 'same', by: ['agent', 'sne'], authority: 'R441-2-4-1' },
	papers_received: { from: LIVE, to: 'same', by: ['applicant', 'agent', 'system'], authority: 'R441-2-4-1' },
	papers_passed_on: { from: LIVE, to: 'same', by: ['agent', 'system', 'sne'], authority: 'L441-2-1, R441-2-4-1' },
	priority_flagged: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'L441-1, R441-2-17 4°' },
	priority_lifted: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'L441-1, R441-2-17 4°' },
	dalo_recognised: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'L441-1-4, R441-14-1' },
	dalo_transferred: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'usage' },
	dalo_ended: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'usage' },
	instruction_started: { from: [...WAITING, 'inadmissible'], to: 'in_instruction', by: ['agent', 'sne'], authority: 'usage' },
	positioned: { from: [...WAITING, 'in_instruction'], to: 'positioned', by: ['agent', 'sne'], authority: 'R441-5' },
	sent_to_commission: { from: [...WAITING, 'in_instruction', 'positioned'], to: 'in_commission', by: ['agent', 'sne'], authority: 'L441-2-1, R441-3' },
	decided_granted: { from: ['in_commission'], to: 'granted', by: ['agent', 'sne'], authority: 'R441-3 a' },
	decided_ranked: { from: ['in_commission'], to: 'granted_ranked', by: ['agent', 'sne'], authority: 'R441-3 b' },
	decided_conditional: { from: ['in_commission'], to: 'granted_conditional', by: ['agent', 'sne'], authority: 'R441-3 c' },
	decided_not_granted: { from: ['in_commission'], to: 'not_granted', by: ['agent', 'sne'], authority: 'R441-3 d, L441-2-2' },
	decided_inadmissible: { from: ['in_commission'], to: 'inadmissible', by: ['agent', 'sne'], authority: 'R441-3 e, R441-2-8 d' },
	condition_met: { from: ['granted_conditional'], to: 'granted', by: ['agent', 'sne'], authority: 'R441-3 c' },
	condition_not_met: { from: ['granted_conditional'], to: 'registered', by: ['agent', 'sne'], authority: 'R441-3 c' },
	rank_not_reached: { from: ['granted_ranked'], to: 'registered', by: ['agent', 'sne'], authority: 'R441-3 b' },
	offer_sent: { from: GRANTED, to: 'offer_sent', by: ['agent', 'sne'], authority: 'R441-10' },
	offer_acceptance_declared: { from: ['offer_sent'], to: 'offer_answered', by: ['applicant'], authority: 'R441-10' },
	offer_refusal_declared: { from: ['offer_sent'], to: 'offer_answered', by: ['applicant'], authority: 'R441-10' },
	offer_accepted: { from: OFFERED, to: 'offer_accepted', by: ['agent', 'sne'], authority: 'R441-10' },
	offer_refused: { from: OFFERED, to: 'offer_refused', by: ['agent', 'sne'], authority: 'R441-10' },
	offer_unanswered: { from: ['offer_sent'], to: 'offer_unanswered', by: ['agent', 'sne', 'system'], authority: 'R441-10' },
	offer_withdrawn: { from: ['offer_sent', 'offer_answered', 'offer_accepted'], to: 'registered', by: ['agent', 'sne'], authority: 'usage' },
	renewal_notice_sent: { from: REGISTERED_AND_ON, to: 'same', by: ['system', 'sne'], authority: 'R441-2-7' },
	renewed: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'R441-2-7' },
	warned_no_contact: { from: LIVE, to: 'same', by: ['agent', 'sne'], authority: 'R441-2-8 c' },
	warned_inadmissible: { from: ['inadmissible'], to: 'same', by: ['agent', 'sne'], authority: 'R441-2-8 d' },
	warning_answered: { from: LIVE, to: 'same', by: ['agent', 'sne'], authority: 'R441-2-8 c, d' },
	merged: { from: REGISTERED_AND_ON, to: 'same', by: ['agent', 'sne'], authority: 'R441-2-8' },
	struck_off_housed: { from: LIVE, to: 'struck_off', by: ['agent', 'sne'], authority: 'R441-2-8 a, L441-2-1' },
	struck_off_renounced: { from: LIVE, to: 'struck_off', by: ['agent', 'sne'], authority: 'R441-2-8 b' },
	struck_off_no_contact: { from: LIVE, to: 'struck_off', by: ['agent', 'sne'], authority: 'R441-2-8 c' },
	struck_off_inadmissible: { from: LIVE, to: 'struck_off', by: ['agent', 'sne'], authority: 'R441-2-8 d' },
	struck_off_not_renewed: { from: LIVE, to: 'struck_off', by: ['agent', 'sne'], authority: 'R441-2-8 e' },
	struck_off_merged: { from: LIVE, to: 'struck_off', by: ['agent', 'sne'], authority: 'R441-2-8' },
	reinstated: { from: ['struck_off'], to: 'registered', by: ['agent', 'sne'], authority: 'usage' },
	entered_in_error: { from: REQUEST_STATES, to: 'same', by: ['agent'], authority: 'R441-2-15' }
} as const satisfies Record<string, EventRule>;

export type EventKind = keyof typeof EVENT_RULES;
export const EVENT_KINDS = Object.keys(EVENT_RULES) as [EventKind, ...EventKind[]];
