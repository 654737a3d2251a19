import { describe, expect, it } from 'vitest';
import { receptionDelay, receptionDueOn } from './reception-delay.ts';
import { day } from '../../../../tests/support/appointments/sample-agenda.ts';

describe('the delay to be received (L441-2-8)', () => {
	it('gives an applicant one month or two, in months of the calendar', () => {
		expect(receptionDueOn(day('2026-11-23'), 1).toString()).toBe('2026-12-23');
		expect(receptionDueOn(day('2026-11-23'), 2).toString()).toBe('2027-01-23');
	});

	it('ends on the last day of a shorter month', () => {
		expect(receptionDueOn(day('2027-01-31'), 1).toString()).toBe('2027-02-28');
		expect(receptionDueOn(day('2028-01-31'), 1).toString()).toBe('2028-02-29');
		expect(receptionDueOn(day('2028-02-29'), 1).toString()).toBe('2028-03-29');
		expect(receptionDueOn(day('2026-12-31'), 2).toString()).toBe('2027-02-28');
	});

	it('tells an agent the days left: before, on and after the last day', () => {
		const left = (today: string) => receptionDelay(day('2026-11-23'), 1, day(today));
		expect(left('2026-11-23').daysLeft).toBe(30);
		expect(left('2026-12-22')).toMatchObject({ daysLeft: 1, isOverdue: false });
		expect(left('2026-12-23')).toMatchObject({ daysLeft: 0, isOverdue: false });
		expect(left('2026-12-24')).toMatchObject({ daysLeft: -1, isOverdue: true });
		expect(left('2026-12-24').dueOn.toString()).toBe('2026-12-23');
	});
});
