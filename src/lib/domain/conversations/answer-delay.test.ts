import { describe, expect, it } from 'vitest';
import { answerDueOn } from './answer-delay.ts';

describe('an answer announced in working days', () => {
	it.each([
		['2026-11-23', 5, '2026-11-30'],
		['2026-11-27', 1, '2026-11-30'],
		['2026-11-28', 1, '2026-11-30'],
		// Christmas falls on a Friday, and New Year's Day on another.
		['2026-12-24', 1, '2026-12-28'],
		['2026-12-24', 5, '2027-01-04'],
		['2026-11-23', 0, '2026-11-23']
	])('asked on %s within %i days comes by %s', (asked, days, due) => {
		expect(String(answerDueOn(Temporal.PlainDate.from(asked), days))).toBe(due);
	});
});
