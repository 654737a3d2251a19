import type { RequestState } from './event-kinds.ts';

/** What a person can do with a request, beside reading it. */
export const ALLOWANCES = [
	'send_papers',
	'change',
	'renew',
	'answer_offer',
	'meet_condition',
	'ask_motives',
	'contest'
] as const;
export type Allowance = (typeof ALLOWANCES)[number];

const OPEN = ['send_papers', 'change', 'renew'] as const;

/**
 * What each state allows its applicant. A renewal renews a registration, so a request that is only filed has none
 * (R441-2-7); a rejection is given in writing with its motives (L441-2-2); nothing of a request that was struck off can
 * be sent or changed, but the striking off can be contested with the body that did it (R441-2-8).
 */
// One line a state, so that the table can be read as a table.
// prettier-ignore
export const STATE_ALLOWS: Readonly<Record<RequestState, readonly Allowance[]>> = {
	filed: ['send_papers', 'change'],
	registered: OPEN,
	in_instruction: OPEN,
	positioned: OPEN,
	in_commission: OPEN,
	granted: OPEN,
	granted_ranked: OPEN,
	granted_conditional: [...OPEN, 'meet_condition'],
	not_granted: [...OPEN, 'ask_motives'],
	inadmissible: [...OPEN, 'ask_motives'],
	offer_sent: [...OPEN, 'answer_offer'],
	offer_answered: OPEN,
	offer_accepted: OPEN,
	offer_refused: OPEN,
	offer_unanswered: OPEN,
	struck_off: ['contest']
};

export function allows(state: RequestState, what: Allowance): boolean {
	return STATE_ALLOWS[state].includes(what);
}
