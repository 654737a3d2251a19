import { expect, it } from 'vitest';
import { counterNotice, type CounterNotice } from './notices.ts';

const today = Temporal.PlainDate.from('2026-11-30');
const typed = (change: Partial<CounterNotice> = {}): CounterNotice => ({
	kind: 'closed',
	words: null,
	fromDay: today,
	untilDay: today,
	...change
});
const day = (text: string) => Temporal.PlainDate.from(text);
const make = (change: Partial<CounterNotice>) => counterNotice(typed(change), today);

it('a notice for today needs no words of its own', () => {
	expect(make({ words: '  ' }).words).toBeNull();
});

it('words lose the spaces around and within', () => {
	expect(make({ words: ' Entrée  par\nle square. ' }).words).toBe('Entrée par le square.');
});

it.each([
	['says nothing', { kind: 'other' as const, words: ' ' }, 'notice-empty'],
	['is too long', { words: 'a'.repeat(301) }, 'notice-too-long'],
	['ends before it begins', { untilDay: day('2026-11-29') }, 'notice-backwards'],
	['is about the past', { fromDay: day('2026-11-28'), untilDay: day('2026-11-29') }, 'notice-past'],
	['lasts for months', { untilDay: day('2027-03-02') }, 'notice-too-many-days']
])('is refused when it %s', (_, change, rule) => {
	expect(() => make(change)).toThrow(expect.objectContaining({ rule }));
});

it('may be as long as 300 letters and 92 days', () => {
	expect(make({ words: 'a'.repeat(300), untilDay: day('2027-03-01') }).untilDay).toEqual(
		day('2027-03-01')
	);
});
