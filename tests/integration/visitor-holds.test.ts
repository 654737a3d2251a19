import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { holdVisit } from '../../src/lib/server/appointments/visitor-hold.ts';
import { releaseVisit } from '../../src/lib/server/appointments/visitor-release.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { as, newApplicant, outcomeOf, standing } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	browser,
	codes,
	confirm,
	hold,
	lastCode,
	later,
	leave,
	network,
	phone,
	start,
	nextDay
} from '../support/visitor.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	setClock();
	await database.drop();
});
beforeEach(nextDay);

describe('a held time of a visitor', () => {
	test('is one a browser: choosing another gives the first back, and keeps what was typed', async () => {
		await hold();
		await leave();
		await hold(browser(), '10:00');
		expect(await standing(start(), 'held')).toEqual([]);
		expect((await confirm(await lastCode())).kind).toBe('booked');
		expect(await standing(start('10:00'), 'booked')).toHaveLength(1);
	});

	test('is kept, not taken again, when the same time is chosen again', async () => {
		const id = await hold();
		later(5);
		expect(await hold()).toBe(id);
		const [row] = await standing(start(), 'held');
		expect(row!.heldUntil!.toString()).toBe('2026-11-23T08:10:00Z');
	});

	test('is nobody else’s: a stranger’s browser can neither confirm it nor release it', async () => {
		await hold();
		await leave();
		const code = await lastCode();
		expect(await confirm(code, browser('stranger'))).toEqual({ kind: 'nothing' });
		await as(VISITOR, (tx, who) => releaseVisit(tx, who, browser('stranger')));
		expect(await standing(start(), 'held')).toHaveLength(1);
		expect(await outcomeOf(hold(browser('stranger')))).toBe('time-taken');
		expect((await confirm(code)).kind).toBe('booked');
	});

	test('when it lapsed at the code and is still free, it is taken again without a word', async () => {
		await hold();
		await leave();
		const code = await lastCode();
		later(10);
		expect((await confirm(code)).kind).toBe('booked');
		expect(await standing(start(), 'booked')).toHaveLength(1);
	});

	test('when it lapsed and somebody else has it, the code stays right for another time', async () => {
		await hold();
		await leave();
		const code = await lastCode();
		later(10);
		await hold(browser('b'));
		expect(await confirm(code)).toMatchObject({ kind: 'gone', rule: 'time-taken' });
		await hold(browser(), '10:00');
		expect((await confirm(null)).kind).toBe('booked');
		expect(await standing(start('10:00'), 'booked')).toHaveLength(1);
		expect(await codes(phone())).toHaveLength(1);
	});

	test('when it lapsed while the form was filled, what was typed is kept', async () => {
		await hold();
		later(11);
		await hold(browser('b'));
		expect((await leave()).kind).toBe('gone');
		await hold(browser(), '10:00');
		expect((await leave()).kind).toBe('code-sent');
	});

	test('is not offered for a motive that asks for an account', async () => {
		const input = {
			motive: 'suivi',
			counter: 'opio',
			startsAt: start(),
			holder: browser(),
			source: network()
		};
		expect(await outcomeOf(as(VISITOR, (tx, who) => holdVisit(tx, who, input)))).toBe('Refused');
		const applicant = await newApplicant();
		expect(
			await outcomeOf(
				as(applicant, (tx, who) =>
					bookAppointment(tx, who, { ...input, motive: 'renouvellement', channel: 'telephone' })
				)
			)
		).toBe('channel-not-offered');
	});
});
