import { describe, expect, test } from 'vitest';
import { RuleBroken } from '../errors.ts';
import {
	answerDueOn,
	possibleActions,
	PROPOSAL_ACTIONS,
	PROPOSAL_STATES,
	proposalStateAfter
} from './states.ts';

describe('the life of a proposal', () => {
	test('its author changes and withdraws it until an agent types it', () => {
		expect(possibleActions('proposed', 'applicant')).toEqual(['edit', 'withdraw']);
		for (const state of ['being_entered', 'entered', 'not_possible', 'withdrawn'] as const)
			expect(possibleActions(state, 'applicant')).toEqual([]);
	});

	test('an agent takes it up before entering it, and may refuse it before or after', () => {
		expect(possibleActions('proposed', 'agent')).toEqual(['take_up', 'refuse']);
		expect(possibleActions('being_entered', 'agent')).toEqual(['hand_back', 'enter', 'refuse']);
		for (const state of ['entered', 'not_possible', 'withdrawn'] as const)
			expect(possibleActions(state, 'agent')).toEqual([]);
	});

	test('every other move of every actor is refused', () => {
		const allowed: string[] = [];
		for (const state of [null, ...PROPOSAL_STATES])
			for (const action of PROPOSAL_ACTIONS)
				for (const actor of ['applicant', 'agent'] as const) {
					try {
						allowed.push(
							`${actor} ${action}: ${state} → ${proposalStateAfter(state, action, actor)}`
						);
					} catch (error) {
						expect(error).toBeInstanceOf(RuleBroken);
					}
				}
		expect(allowed).toEqual([
			'applicant propose: null → proposed',
			'applicant edit: proposed → proposed',
			'applicant withdraw: proposed → withdrawn',
			'agent take_up: proposed → being_entered',
			'agent refuse: proposed → not_possible',
			'agent hand_back: being_entered → proposed',
			'agent enter: being_entered → entered',
			'agent refuse: being_entered → not_possible'
		]);
	});

	test('a correction is answered within a month, the last day of a short one included', () => {
		const due = (day: string) => answerDueOn(Temporal.PlainDate.from(day)).toString();
		expect(due('2026-11-23')).toBe('2026-12-23');
		expect(due('2027-01-31')).toBe('2027-02-28');
		expect(due('2028-01-31')).toBe('2028-02-29');
	});
});
