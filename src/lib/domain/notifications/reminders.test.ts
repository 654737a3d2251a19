import { describe, expect, test } from 'vitest';
import { leavesAt } from './quiet-hours.ts';
import { DEFAULT_REMINDER_MINUTES, dueReminder, type ReminderQuestion } from './reminders.ts';

const paris = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();

/** An appointment on a Thursday at 14:00, booked three weeks before, told by e-mail. */
const ask = (now: string, others: Partial<ReminderQuestion> = {}) =>
	dueReminder({
		startsAt: paris('2026-12-17T14:00'),
		bookedAt: paris('2026-11-26T10:00'),
		channel: 'email',
		minutes: DEFAULT_REMINDER_MINUTES,
		decided: [],
		now: paris(now),
		...others
	});
const nothing = { send: null, passed: [] };

describe('a person is reminded of their appointment', () => {
	test.each([
		[10_080, '2026-12-10T14:00:00', []],
		[2_880, '2026-12-15T14:00:00', [10_080]],
		[180, '2026-12-17T11:00:00', [10_080, 2_880]]
	])('%i minutes before, at that minute and not one second before', (minutes, at, decided) => {
		expect(ask(at, { decided })).toEqual({ send: minutes, passed: [] });
		const before = paris(at).subtract({ seconds: 1 });
		expect(ask(at, { decided, now: before })).toEqual(nothing);
		const after = paris(at).add({ seconds: 1 });
		expect(ask(at, { decided, now: after })).toEqual({ send: minutes, passed: [] });
		expect(ask(at, { decided: [...decided, minutes] })).toEqual(nothing);
	});

	test('once, when the job was down: the nearest one, and those it missed are written off', () => {
		expect(ask('2026-12-15T15:00')).toEqual({ send: 2_880, passed: [10_080] });
		expect(ask('2026-12-17T12:00')).toEqual({ send: 180, passed: [10_080, 2_880] });
	});

	test('not by one so late that the next is nearer than the moment it missed', () => {
		expect(ask('2026-12-12T13:59')).toEqual({ send: 10_080, passed: [] });
		expect(ask('2026-12-13T03:00')).toEqual(writtenOff(10_080));
		expect(ask('2026-12-15T13:59')).toEqual(writtenOff(10_080));
	});

	test('never once the appointment has begun', () => {
		expect(ask('2026-12-17T13:59', { decided: [10_080, 2_880] }).send).toBe(180);
		expect(ask('2026-12-17T14:00')).toEqual({ send: null, passed: [10_080, 2_880, 180] });
	});

	test('not of a time that they booked later than the reminder would have left', () => {
		const bookedAt = paris('2026-12-15T14:00:01');
		expect(ask('2026-12-15T14:05', { bookedAt })).toEqual({ send: null, passed: [10_080, 2_880] });
		expect(ask('2026-12-17T11:00', { bookedAt }).send).toBe(180);
		const justBefore = paris('2026-12-15T14:00');
		expect(ask('2026-12-15T14:05', { bookedAt: justBefore }).send).toBe(2_880);
	});

	test('as the counter chose: one reminder a day before, or none', () => {
		expect(ask('2026-12-16T14:00', { minutes: [1_440] }).send).toBe(1_440);
		expect(ask('2026-12-16T14:00', { minutes: [] })).toEqual(nothing);
	});
});

describe('nothing leaves at an hour that is unsure or quiet', () => {
	test('an SMS waits for 08:00, when that is still before the start', () => {
		const early = { startsAt: paris('2026-12-17T09:00'), channel: 'sms', minutes: [180] } as const;
		expect(ask('2026-12-17T06:00', early)).toEqual(nothing);
		expect(ask('2026-12-17T07:59', early)).toEqual(nothing);
		expect(ask('2026-12-17T08:00', early).send).toBe(180);
		const atOpening = { ...early, startsAt: paris('2026-12-17T08:00') };
		expect(ask('2026-12-17T07:59', atOpening)).toEqual(nothing);
		expect(ask('2026-12-17T08:00', atOpening).send).toBe(null);
	});

	test('an SMS leaves until 20:59, not at 21:00', () => {
		expect(leavesAt(paris('2026-12-10T20:59'), 'sms')).toEqual(paris('2026-12-10T20:59'));
		expect(leavesAt(paris('2026-12-10T21:00'), 'sms')).toEqual(paris('2026-12-11T08:00'));
		expect(leavesAt(paris('2026-12-11T00:30'), 'sms')).toEqual(paris('2026-12-11T08:00'));
	});

	test('an e-mail leaves at night, but not between 02:00 and 02:59', () => {
		expect(leavesAt(paris('2026-12-10T01:59'), 'email')).toEqual(paris('2026-12-10T01:59'));
		expect(leavesAt(paris('2026-12-10T02:00'), 'email')).toEqual(paris('2026-12-10T03:00'));
		expect(leavesAt(paris('2026-12-10T02:59'), 'email')).toEqual(paris('2026-12-10T03:00'));
		expect(leavesAt(paris('2026-12-10T03:00'), 'email')).toEqual(paris('2026-12-10T03:00'));
	});

	test('on the night of October that has 02:30 twice, both wait for 03:00', () => {
		for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
			const leaves = leavesAt(Temporal.Instant.from(instant), 'email');
			expect(leaves).toEqual(Temporal.Instant.from('2026-10-25T02:00:00Z'));
		}
	});

	test('in the night of March that has no 02:30, one second after 01:59:59 it is 03:00: it leaves', () => {
		const change = Temporal.Instant.from('2027-03-28T01:00:00Z');
		expect(leavesAt(change, 'email')).toEqual(change);
		const before = change.subtract({ seconds: 1 });
		expect(leavesAt(before, 'email')).toEqual(before);
	});

	test('48 hours are 48 hours, also over the change of the clock', () => {
		const startsAt = paris('2026-10-26T10:00');
		const question = { startsAt, minutes: [2_880], bookedAt: paris('2026-10-01T10:00') };
		expect(ask('2026-10-24T10:59', question)).toEqual(nothing);
		expect(ask('2026-10-24T11:00', question).send).toBe(2_880);
	});
});

function writtenOff(...passed: number[]) {
	return { send: null, passed };
}
