import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import {
	CONVERSATION_ACTIONS,
	CONVERSATION_RULES,
	CONVERSATION_STATES,
	conversationStateAfter,
	possibleConversationActions
} from './states.ts';

describe('an exchange with the counters', () => {
	it('waits for an answer whenever the person writes, also once it was closed', () => {
		for (const state of [null, ...CONVERSATION_STATES])
			expect(conversationStateAfter(state, 'ask')).toBe('waiting');
	});

	it('is answered whenever an agent writes', () => {
		for (const state of [null, ...CONVERSATION_STATES])
			expect(conversationStateAfter(state, 'answer')).toBe('answered');
	});

	it('does nothing that its table does not say', () => {
		for (const action of CONVERSATION_ACTIONS)
			for (const state of [null, ...CONVERSATION_STATES]) {
				const isAllowed = CONVERSATION_RULES.some(
					(rule) => rule.action === action && rule.from.includes(state)
				);
				const tried = () => conversationStateAfter(state, action);
				if (isAllowed) expect(CONVERSATION_STATES).toContain(tried());
				else expect(tried).toThrow(RuleBroken);
			}
	});

	it('shows an agent one button: close what is open, reopen what is closed', () => {
		expect(possibleConversationActions(null)).toEqual([]);
		expect(possibleConversationActions('waiting')).toEqual(['close']);
		expect(possibleConversationActions('answered')).toEqual(['close']);
		expect(possibleConversationActions('closed')).toEqual(['reopen']);
	});
});
