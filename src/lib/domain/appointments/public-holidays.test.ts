import { describe, expect, it } from 'vitest';
import { easterSunday, publicHolidayOn, publicHolidays } from './public-holidays.ts';
import { day } from '../../../../tests/support/appointments/sample-agenda.ts';

describe('public holidays', () => {
	it('tells an agent on which Sunday Easter falls, from its earliest to its latest', () => {
		const sundays = [1818, 1943, 2000, 2008, 2011, 2024, 2026, 2027, 2038].map((year) =>
			easterSunday(year).toString()
		);
		expect(sundays).toEqual([
			'1818-03-22',
			'1943-04-25',
			'2000-04-23',
			'2008-03-23',
			'2011-04-24',
			'2024-03-31',
			'2026-04-05',
			'2027-03-28',
			'2038-04-25'
		]);
	});

	it('gives an agent the eleven days of 2027', () => {
		expect([...publicHolidays(2027).keys()].sort()).toEqual([
			'2027-01-01',
			'2027-03-29',
			'2027-05-01',
			'2027-05-06',
			'2027-05-08',
			'2027-05-17',
			'2027-07-14',
			'2027-08-15',
			'2027-11-01',
			'2027-11-11',
			'2027-12-25'
		]);
	});

	it('names a holiday, and none on the days beside it or on those of Alsace alone', () => {
		expect(publicHolidayOn(day('2027-03-29'))).toBe('easter_monday');
		expect(publicHolidayOn(day('2027-03-28'))).toBeNull();
		expect(publicHolidayOn(day('2027-03-30'))).toBeNull();
		expect(publicHolidayOn(day('2027-03-26'))).toBeNull();
		expect(publicHolidayOn(day('2027-12-26'))).toBeNull();
	});

	it('counts two holidays on one day once', () => {
		expect(publicHolidays(2008).size).toBe(10);
		expect(publicHolidayOn(day('2008-05-01'))).toBe('labour_day');
	});
});
