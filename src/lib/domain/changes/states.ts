import { RuleBroken } from '../errors.ts';

/** What a proposal goes through, as one table, with who may do it and on whose authority. */
export const PROPOSAL_STATES = [
	'proposed',
	'being_entered',
	'entered',
	'not_possible',
	'withdrawn'
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ACTIONS = [
	'propose',
	'edit',
	'withdraw',
	'take_up',
	'hand_back',
	'enter',
	'refuse'
] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];
export type ProposalActor = 'applicant' | 'agent';

export interface ProposalRule {
	readonly action: ProposalAction;
	readonly by: ProposalActor;
	readonly from: readonly (ProposalState | null)[];
	readonly to: ProposalState;
	readonly authority: string;
}

/**
 * The official request is the register's: what is asked here waits until the counter has typed it there. While an agent
 * types, the text cannot move under their hands; before, its author may change or withdraw it.
 */
// One line an action, so that the table can be read as a table.
// prettier-ignore
export const PROPOSAL_RULES: readonly ProposalRule[] = [
	{ action: 'propose', by: 'applicant', from: [null], to: 'proposed', authority: 'R441-2-7, R441-2-17 1°, RGPD art. 16' },
	{ action: 'edit', by: 'applicant', from: ['proposed'], to: 'proposed', authority: 'R441-2-7' },
	{ action: 'withdraw', by: 'applicant', from: ['proposed'], to: 'withdrawn', authority: 'R441-2-7: the request is its author’s' },
	{ action: 'take_up', by: 'agent', from: ['proposed'], to: 'being_entered', authority: 'R441-2-7' },
	{ action: 'hand_back', by: 'agent', from: ['being_entered'], to: 'proposed', authority: 'our order of work' },
	{ action: 'enter', by: 'agent', from: ['being_entered'], to: 'entered', authority: 'R441-2-7, R441-2-17 1°' },
	{ action: 'refuse', by: 'agent', from: ['proposed', 'being_entered'], to: 'not_possible', authority: 'RGPD art. 12(4): reasons are given' }
];

export const OPEN_STATES: readonly ProposalState[] = ['proposed', 'being_entered'];
export const isOpen = (state: ProposalState) => OPEN_STATES.includes(state);

/** What this actor may do with a proposal in this state: the buttons of a screen. */
export function possibleActions(state: ProposalState, actor: ProposalActor): ProposalAction[] {
	return PROPOSAL_RULES.filter((rule) => rule.by === actor && rule.from.includes(state)).map(
		({ action }) => action
	);
}

/**
 * The state after this action.
 * @throws RuleBroken `proposal-action-forbidden` (facts: state, action)
 */
export function proposalStateAfter(
	state: ProposalState | null,
	action: ProposalAction,
	actor: ProposalActor
): ProposalState {
	const rule = PROPOSAL_RULES.find((line) => line.action === action && line.by === actor);
	if (!rule?.from.includes(state)) {
		throw new RuleBroken('proposal-action-forbidden', { state: state ?? 'nothing', action });
	}
	return rule.to;
}

/** Months within which a request of rectification is answered (RGPD art. 12(3)). */
const ANSWER_MONTHS = 1;

/** The last day for the answer to a rectification asked on this day. */
export function answerDueOn(askedOn: Temporal.PlainDate): Temporal.PlainDate {
	return askedOn.add({ months: ANSWER_MONTHS });
}

/** Characters of what the counter answers. */
export const ANSWER_LENGTH = 1_000;
/** Characters of what is wrong, as the person says it. */
export const WRONG_LENGTH = 500;
