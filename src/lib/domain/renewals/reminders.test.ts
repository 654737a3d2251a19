import { describe, expect, test } from 'vitest';
import { validUntil } from '../applications/validity.ts';
import { daysUntil, dueRenewalReminder, RENEWAL_REMINDER_DAYS } from './reminders.ts';

const paris = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();
const ask = (now: string, others: Partial<Parameters<typeof dueRenewalReminder>[0]> = {}) =>
	dueRenewalReminder({
		validUntil: Temporal.PlainDate.from('2027-03-10'),
		decided: [],
		noticed: true,
		confirmed: false,
		channel: 'email',
		now: paris(now),
		...others
	});
/** The days on which each reminder is first due, with all those before it decided. */
const departures = (until: string) =>
	RENEWAL_REMINDER_DAYS.map((days) => {
		const validUntil = Temporal.PlainDate.from(until);
		const decided = RENEWAL_REMINDER_DAYS.filter((each) => each > days);
		const at = validUntil.subtract({ days }).toString();
		expect(ask(`${at}T08:59:59`, { validUntil, decided }).send).toBeNull();
		expect(ask(`${at}T09:00`, { validUntil, decided }).send).toBe(days);
		return at;
	});

describe('an applicant is reminded to renew', () => {
	test('60, 30, 15, 7 days and 1 day before the end, at nine', () => {
		expect(departures('2027-03-10')).toEqual([
			'2027-01-09',
			'2027-02-08',
			'2027-02-23',
			'2027-03-03',
			'2027-03-09'
		]);
	});

	test('across a 29 February, whose anniversary is the 28th', () => {
		const until = validUntil(Temporal.PlainDate.from('2028-02-29')).toString();
		expect(until).toBe('2029-02-28');
		expect(departures(until)[4]).toBe('2029-02-27');
		expect(departures('2028-03-01').slice(-2)).toEqual(['2028-02-23', '2028-02-29']);
	});

	test('at nine on the wall, also when the clock changes in between and on that very night', () => {
		// Summer time begins on 28 March 2027 and ends on 31 October 2027.
		expect(departures('2027-03-29').at(-1)).toBe('2027-03-28');
		expect(departures('2027-11-01').at(-1)).toBe('2027-10-31');
		const validUntil = Temporal.PlainDate.from('2027-04-04');
		const decided = [60, 30, 15];
		expect(ask('2027-03-28T09:00', { validUntil, decided }).send).toBe(7);
		expect(paris('2027-03-28T09:00').toString()).toBe('2027-03-28T07:00:00Z');
		expect(paris('2027-03-27T09:00').toString()).toBe('2027-03-27T08:00:00Z');
	});

	test('not at night by SMS, and not in the hour that comes twice', () => {
		const decided = [60, 30, 15];
		expect(ask('2027-03-03T23:10', { decided, channel: 'sms' })).toEqual({
			send: null,
			passed: []
		});
		expect(ask('2027-03-04T08:00', { decided, channel: 'sms' }).send).toBe(7);
		expect(ask('2027-03-04T02:30', { decided })).toEqual({ send: null, passed: [] });
	});

	test('once each: what is decided is not due again', () => {
		expect(ask('2027-03-03T10:00', { decided: [60, 30, 15, 7] })).toEqual({
			send: null,
			passed: []
		});
	});

	test('by a job that comes late: the right one, or none when the next is nearer', () => {
		expect(ask('2027-02-10T10:00')).toEqual({ send: 30, passed: [60] });
		expect(ask('2027-02-18T10:00')).toEqual({ send: null, passed: [60, 30] });
		expect(ask('2027-02-23T09:00', { decided: [60, 30] }).send).toBe(15);
		expect(ask('2027-03-10T20:00')).toEqual({ send: 1, passed: [60, 30, 15, 7] });
	});

	test('at least once: the legal notice leaves however late it is', () => {
		expect(ask('2027-02-18T10:00', { noticed: false })).toEqual({ send: 30, passed: [60] });
		expect(ask('2027-01-30T10:00', { noticed: false })).toEqual({ send: 60, passed: [] });
		expect(ask('2027-01-30T10:00', { noticed: true })).toEqual({ send: null, passed: [60] });
	});

	test('never when validity is over', () => {
		expect(ask('2027-03-11T09:00', { noticed: false })).toEqual({
			send: null,
			passed: [60, 30, 15, 7, 1]
		});
	});

	test('who has confirmed is left in peace until the last week, then told that it is not recorded', () => {
		const confirmed = true;
		expect(ask('2027-02-08T09:00', { confirmed })).toEqual({ send: null, passed: [60, 30] });
		expect(ask('2027-03-03T09:00', { confirmed }).send).toBe(7);
		expect(ask('2027-03-09T09:00', { confirmed, decided: [60, 30, 15, 7] }).send).toBe(1);
	});
});

test('the message counts the days on the calendar', () => {
	const until = Temporal.PlainDate.from('2027-03-29');
	expect(daysUntil(until, paris('2027-03-27T23:59'))).toBe(2);
	expect(daysUntil(until, paris('2027-03-28T00:01'))).toBe(1);
	expect(daysUntil(until, paris('2027-03-30T00:01'))).toBe(-1);
});
