import { expect, test } from 'vitest';
import { conditionDaysLeft, DECISIONS, stillHolds } from './decisions.ts';
import { EVENT_RULES } from './event-kinds.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('the five decisions are those of R441-3 a to e, in order', () => {
	expect(DECISIONS.map((kind) => EVENT_RULES[kind].authority.slice(0, 7))).toEqual([
		'R441-3 ',
		'R441-3 ',
		'R441-3 ',
		'R441-3 ',
		'R441-3 '
	]);
	expect(DECISIONS.map((kind) => EVENT_RULES[kind].authority[7])).toEqual([
		'a',
		'b',
		'c',
		'd',
		'e'
	]);
});

test('a decision holds until something else happens', () => {
	expect(stillHolds('decided_ranked', 'granted_ranked')).toBe(true);
	expect(stillHolds('decided_ranked', 'offer_sent')).toBe(false);
});

test('a condition may be met on its last day', () => {
	expect(conditionDaysLeft(day('2026-12-03'), day('2026-12-02'))).toBe(1);
	expect(conditionDaysLeft(day('2026-12-03'), day('2026-12-03'))).toBe(0);
	expect(conditionDaysLeft(day('2026-12-03'), day('2026-12-04'))).toBe(-1);
});
