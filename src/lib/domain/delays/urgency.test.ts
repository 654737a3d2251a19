import { expect, test } from 'vitest';
import { urgencyOf } from './urgency.ts';

test('an agent sees the last day as the last, and the day after as late', () => {
	expect([1, 0, -1].map((days) => urgencyOf(days))).toEqual(['soon', 'today', 'late']);
});

test('a delay presses from ten days before its end, the tenth included, or from where it is told', () => {
	expect([11, 10].map((days) => urgencyOf(days))).toEqual(['later', 'soon']);
	expect([4, 3].map((days) => urgencyOf(days, 3))).toEqual(['later', 'soon']);
});
