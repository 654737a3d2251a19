import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { validUntil, validityOn } from './validity.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('a request is valid for one year', () => {
	it('from its filing', () => {
		expect(String(validUntil(day('2025-12-10')))).toBe('2026-12-10');
	});

	it('from its last renewal, in whatever order the renewals are given', () => {
		const renewals = [day('2025-11-20'), day('2024-11-25')];
		expect(String(validUntil(day('2023-12-01'), renewals))).toBe('2026-11-20');
	});

	it('until 28 February when it was filed on the 29th, and until the 28th again after that', () => {
		expect(String(validUntil(day('2024-02-29')))).toBe('2025-02-28');
		expect(String(validUntil(day('2027-02-28')))).toBe('2028-02-28');
	});

	it('refuses a renewal older than the filing', () => {
		expect(() => validUntil(day('2025-12-10'), [day('2025-12-09')])).toThrow(RuleBroken);
	});
});

describe('an applicant sees where the year stands', () => {
	const on = (today: string) => validityOn(day(today), day('2025-12-10'));

	it.each([
		['2026-10-10', 'valid', 61],
		['2026-10-11', 'to_renew', 60],
		['2026-11-09', 'to_renew', 31],
		['2026-11-10', 'notice_due', 30],
		['2026-12-09', 'notice_due', 1],
		['2026-12-10', 'notice_due', 0],
		['2026-12-11', 'expired', -1]
	])('on %s: %s with %i days left', (today, phase, daysLeft) => {
		expect(on(today)).toMatchObject({ phase, daysLeft });
	});

	it('with the window opening 60 days before the end', () => {
		expect(String(on('2026-11-23').renewalOpensOn)).toBe('2026-10-11');
	});

	it('with a notice that leaves at least one month and at least 30 days before the end', () => {
		const march = validityOn(day('2026-01-15'), day('2025-03-31'));
		expect(String(march.noticeDueOn)).toBe('2026-02-28');
		const firstOfMarch = validityOn(day('2026-01-15'), day('2025-03-01'));
		expect(String(firstOfMarch.noticeDueOn)).toBe('2026-01-30');
	});

	it('without losing a day at the change of hour', () => {
		const spring = validityOn(day('2026-03-28'), day('2025-03-30'));
		expect(spring.daysLeft).toBe(2);
	});
});
