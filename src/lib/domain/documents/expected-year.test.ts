import { describe, expect, it } from 'vitest';
import { expectedYear } from './expected-year.ts';

describe('the year of income a paper must be about', () => {
	it.each([
		['tax_notice_n2', '2026-11-23', 2024],
		['tax_notice_n1', '2026-11-23', 2025],
		['tax_notice_n2', '2027-01-01', 2025],
		['payslips', '2026-11-23', null],
		['constructor', '2026-11-23', null]
	])('of %s on %s is %s', (category, day, year) => {
		expect(expectedYear(category, Temporal.PlainDate.from(day))).toBe(year);
	});
});
