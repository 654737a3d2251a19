import { RuleBroken } from '../errors.ts';

/** Where the exchange between a person and the counters stands: who has the next word. */
export const CONVERSATION_STATES = ['waiting', 'answered', 'closed'] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

export const CONVERSATION_ACTIONS = ['ask', 'answer', 'close', 'reopen'] as const;
export type ConversationAction = (typeof CONVERSATION_ACTIONS)[number];

export interface ConversationRule {
	readonly action: ConversationAction;
	readonly by: 'applicant' | 'agent';
	/** `null` is "nobody has written yet". */
	readonly from: readonly (ConversationState | null)[];
	readonly to: ConversationState;
}

const ANY = [null, ...CONVERSATION_STATES] as const;

/**
 * No text of law frames these exchanges: the rules are ours. Whoever the request belongs to may always write, also
 * once it is closed or struck off (a striking-off is contested with the body that did it: domain.md §1.4).
 */
// prettier-ignore
export const CONVERSATION_RULES: readonly ConversationRule[] = [
	{ action: 'ask', by: 'applicant', from: ANY, to: 'waiting' },
	{ action: 'answer', by: 'agent', from: ANY, to: 'answered' },
	{ action: 'close', by: 'agent', from: ['waiting', 'answered'], to: 'closed' },
	{ action: 'reopen', by: 'agent', from: ['closed'], to: 'waiting' }
];

/** What an agent may do with an exchange in this state, besides writing: the buttons of a screen. */
export function possibleConversationActions(state: ConversationState | null): ConversationAction[] {
	return CONVERSATION_RULES.filter(
		({ action, by, from }) => by === 'agent' && action !== 'answer' && from.includes(state)
	).map(({ action }) => action);
}

/**
 * The state after this action.
 * @throws RuleBroken `conversation-action-forbidden`
 */
export function conversationStateAfter(
	state: ConversationState | null,
	action: ConversationAction
): ConversationState {
	const rule = CONVERSATION_RULES.find(
		(line) => line.action === action && line.from.includes(state)
	);
	if (!rule) throw new RuleBroken('conversation-action-forbidden', { action, state: state ?? '' });
	return rule.to;
}
