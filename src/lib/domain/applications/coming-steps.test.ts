import { expect, test } from 'vitest';
import { REQUEST_STATES } from './event-kinds.ts';
import { comingSteps, placeOnWay, WAY } from './coming-steps.ts';

test('an applicant just registered sees the interview first', () => {
	expect(comingSteps('registered', false)).toEqual(['interview', 'instruction', 'positioning']);
	expect(comingSteps('registered', true)).toEqual(['instruction', 'positioning', 'commission']);
});

test('a positioned applicant sees the commission, not the home', () => {
	expect(comingSteps('positioned', true)).toEqual(['commission', 'offer', 'lease']);
});

test('nothing is announced to somebody struck off', () => {
	expect(comingSteps('struck_off', true)).toEqual([]);
});

test('no state announces a step that was passed', () => {
	for (const state of REQUEST_STATES) {
		const steps = comingSteps(state, true);
		expect(new Set(steps).size).toBe(steps.length);
		expect(steps.length).toBeLessThanOrEqual(3);
	}
});

test('a refusal leads back to the beginning of the way; what is over stands nowhere on it', () => {
	expect(WAY).toEqual([
		'registration',
		'instruction',
		'positioning',
		'commission',
		'offer',
		'lease'
	]);
	expect(placeOnWay('positioned')).toBe(2);
	expect(placeOnWay('not_granted')).toBe(0);
	expect(placeOnWay('offer_refused')).toBe(0);
	expect(placeOnWay('struck_off')).toBeNull();
});
