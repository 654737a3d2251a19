import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { holdTime } from '../../src/lib/server/appointments/hold-time.ts';
import { myHold } from '../../src/lib/server/appointments/queries.ts';
import { releaseHold } from '../../src/lib/server/appointments/release-hold.ts';
import { now, setClock } from '../../src/lib/server/clock.ts';
import {
	as,
	MONDAY,
	newApplicant,
	newApplicants,
	openOn,
	outcomeOf,
	paris,
	standing
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	for (const day of ['25', '26', '27']) {
		await openOn('biot', `2026-11-${day}`, { from: '09:00', until: '12:00' });
	}
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const visit = (startsAt: string, motive = 'suivi') => ({
	motive,
	counter: 'biot',
	startsAt: paris(startsAt)
});
const hold = (who: Actor, startsAt: string) =>
	as(who, (tx, actor) => holdTime(tx, actor, visit(startsAt)));
const book = (who: Actor, startsAt: string) =>
	as(who, (tx, actor) => bookAppointment(tx, actor, visit(startsAt)));
const isShown = async (who: Actor, startsAt: string) => {
	const day = Temporal.PlainDate.from(startsAt.slice(0, 10));
	const found = await as(who, (tx, actor) =>
		findTimes(tx, actor, { motive: 'suivi', counter: 'biot', after: day })
	);
	return found.days.some(({ times }) =>
		times.some((time) => time.startsAt.equals(paris(startsAt)))
	);
};

test('a held time is hidden from others, for ten minutes, and shown to its holder', async () => {
	const [nour, sami] = await newApplicants(2);
	const { heldUntil } = await hold(nour!, '2026-11-25T09:00');
	expect(heldUntil).toEqual(Temporal.Instant.from(MONDAY).add({ minutes: 10 }));
	expect(await isShown(nour!, '2026-11-25T09:00')).toBe(true);
	expect(await isShown(sami!, '2026-11-25T09:00')).toBe(false);
	expect(await outcomeOf(book(sami!, '2026-11-25T09:00'))).toBe('time-taken');
	expect(await outcomeOf(book(nour!, '2026-11-25T09:00'))).toBe('done');
	expect(await standing(paris('2026-11-25T09:00'), 'booked')).toHaveLength(1);
});

test('at the very end of its ten minutes a hold is anybody’s, without any job', async () => {
	const [nour, sami] = await newApplicants(2);
	await hold(nour!, '2026-11-25T10:00');
	setClock('2026-11-23T09:09:59.999+01:00');
	expect(await outcomeOf(book(sami!, '2026-11-25T10:00'))).toBe('time-taken');
	setClock('2026-11-23T09:10:00+01:00');
	expect(await isShown(sami!, '2026-11-25T10:00')).toBe(true);
	expect(await outcomeOf(book(sami!, '2026-11-25T10:00'))).toBe('done');
	expect(await outcomeOf(book(nour!, '2026-11-25T10:00'))).toBe('time-taken');
});

test('a hold that ran out can still be booked by its holder when nobody wanted it', async () => {
	const nour = await newApplicant();
	await hold(nour, '2026-11-25T11:00');
	setClock('2026-11-23T09:30:00+01:00');
	expect(await outcomeOf(book(nour, '2026-11-25T11:00'))).toBe('done');
});

test('a person holds one time: choosing another gives the first back', async () => {
	const [nour, sami] = await newApplicants(2);
	await hold(nour!, '2026-11-26T09:00');
	await hold(nour!, '2026-11-26T10:00');
	expect(await outcomeOf(hold(sami!, '2026-11-26T09:00'))).toBe('done');
	expect(await outcomeOf(hold(sami!, '2026-11-26T10:00'))).toBe('time-taken');
});

test('choosing the same time again does not begin ten new minutes', async () => {
	const nour = await newApplicant();
	const first = await hold(nour, '2026-11-26T11:00');
	setClock('2026-11-23T09:05:00+01:00');
	expect(await hold(nour, '2026-11-26T11:00')).toEqual(first);
});

test('a hold is given back when the person leaves it', async () => {
	const [nour, sami] = await newApplicants(2);
	await hold(nour!, '2026-11-26T11:30');
	await as(nour!, releaseHold);
	expect(await as(nour!, (tx, who) => myHold(tx, who, now()))).toBeNull();
	expect(await outcomeOf(hold(sami!, '2026-11-26T11:30'))).toBe('done');
});

test('booking another time than the held one gives the held one back', async () => {
	const [nour, sami] = await newApplicants(2);
	await hold(nour!, '2026-11-27T09:00');
	await book(nour!, '2026-11-27T09:30');
	expect(await outcomeOf(book(sami!, '2026-11-27T09:00'))).toBe('done');
});

test('one person in many tabs holds one time, and thirty people hold each time once', async () => {
	const crowd = await newApplicants(30);
	const nour = await newApplicant();
	const starts = ['2026-11-27T10:00', '2026-11-27T10:30', '2026-11-27T11:00'];
	await Promise.all(starts.map((start) => hold(nour, start)));
	const mine = await Promise.all(starts.map((start) => standing(paris(start), 'held')));
	expect(mine.flat()).toHaveLength(1);
	await as(nour, releaseHold);
	const outcomes = await Promise.all(
		crowd.map((who, index) => outcomeOf(hold(who, starts[index % 3]!)))
	);
	expect(outcomes.filter((each) => each === 'done')).toHaveLength(3);
	expect(outcomes.filter((each) => each === 'time-taken')).toHaveLength(27);
});

test('when thirty people want a time whose hold has run out, one gets it and nothing goes wrong', async () => {
	const crowd = await newApplicants(30);
	const holder = await newApplicant();
	await openOn('biot', '2026-12-01', { from: '09:00', until: '09:30' });
	await hold(holder, '2026-12-01T09:00');
	setClock('2026-11-23T09:10:00+01:00');
	const outcomes = await Promise.all(crowd.map((who) => outcomeOf(book(who, '2026-12-01T09:00'))));
	expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
	expect(outcomes.filter((each) => each === 'time-taken')).toHaveLength(29);
});

test('a visitor holds nothing, and somebody who has the appointment already is told so', async () => {
	const nour = await newApplicant();
	await openOn('biot', '2026-12-02', { from: '09:00', until: '12:00' });
	await book(nour, '2026-12-02T09:00');
	expect(await outcomeOf(hold(VISITOR, '2026-12-02T10:00'))).toBe('Refused');
	expect(await outcomeOf(hold(nour, '2026-12-02T10:00'))).toBe('already-booked');
});
