import { expect, test } from 'vitest';
import { smsVerdict } from './sms-budget.ts';

const limits = { prefixes: ['+336', '+337'], perDay: 100, perNumber: 5 };
const none = { today: 0, toNumber: 0 };

test('a French mobile number is written to, however it was typed', () => {
	for (const typed of ['06 12 34 56 78', '+33 6 12 34 56 78', '0033612345678'])
		expect(smsVerdict(typed, none, limits)).toEqual({ to: '+33612345678' });
});

test('a number of another country, a surcharged one and a landline are refused', () => {
	for (const typed of ['+44 7700 900123', '0899 12 34 56', '04 93 12 34 56', 'nobody'])
		expect(smsVerdict(typed, none, limits)).toMatchObject({ outcome: 'refused' });
});

test('one number gets its share and no more', () => {
	const after = (toNumber: number) => smsVerdict('0612345678', { today: 9, toNumber }, limits);
	expect(after(4)).toEqual({ to: '+33612345678' });
	expect(after(5)).toMatchObject({ outcome: 'refused' });
});

test('when the budget of the day is spent everybody waits', () => {
	const after = (today: number) => smsVerdict('0612345678', { today, toNumber: 0 }, limits);
	expect(after(99)).toEqual({ to: '+33612345678' });
	expect(after(100)).toMatchObject({ outcome: 'deferred' });
});
