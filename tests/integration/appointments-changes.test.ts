import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import type { AppointmentKey } from '../../src/lib/server/appointments/find-own-appointment.ts';
import { linkToken } from '../../src/lib/server/appointments/links.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import {
	appointmentFor,
	firstOf,
	myAppointments
} from '../../src/lib/server/appointments/queries.ts';
import { now, setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import {
	agentOf,
	as,
	MONDAY,
	newApplicant,
	newApplicants,
	openOn,
	outcomeOf,
	paris,
	standing,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	for (const day of ['24', '25', '26', '27']) {
		await openOn('biot', `2026-11-${day}`, { from: '09:00', until: '12:00' });
		await openOn('valbonne', `2026-11-${day}`, { from: '09:00', until: '12:00' });
	}
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const book = (who: Actor, startsAt: string, counter = 'biot') =>
	as(who, (tx, actor) =>
		bookAppointment(tx, actor, { motive: 'suivi', counter, startsAt: paris(startsAt) })
	);
const move = (who: Actor, key: AppointmentKey, startsAt: string, counter = 'biot') =>
	as(who, (tx, actor) =>
		moveAppointment(tx, actor, { ...key, counter, startsAt: paris(startsAt) })
	);
const cancel = (who: Actor, key: AppointmentKey, reason?: string) =>
	as(who, (tx, actor) => cancelAppointment(tx, actor, { ...key, reason: reason ?? null }));

describe('an appointment is moved', () => {
	test('by its applicant, to another counter: the old place is free, the calendar entry is the same', async () => {
		const [nour, sami] = await newApplicants(2);
		const { appointmentId } = await book(nour!, '2026-11-24T09:00');
		const moved = await move(nour!, { id: appointmentId }, '2026-11-25T10:00', 'valbonne');
		const view = await as(nour!, (tx, who) => appointmentFor(tx, who, { id: moved.appointmentId }));
		expect(view).toMatchObject({
			counter: { slug: 'valbonne' },
			row: { sequence: 1, movedFromId: appointmentId }
		});
		expect(await as(TESTING, (tx) => firstOf(tx, moved.appointmentId))).toBe(appointmentId);
		expect(await outcomeOf(book(sami!, '2026-11-24T09:00'))).toBe('done');
		const told = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.appointmentId, moved.appointmentId))
		);
		expect(told.map(({ kind }) => kind)).toEqual(['appointment-moved']);
	});

	test('by whoever has the link, and the old link leads to the new time', async () => {
		const nour = await newApplicant();
		const { token } = await book(nour, '2026-11-24T10:00');
		const first = await move(VISITOR, { token }, '2026-11-24T10:15');
		await move(VISITOR, { token: first.token }, '2026-11-24T11:00');
		const view = await as(VISITOR, (tx, who) => appointmentFor(tx, who, { token }));
		expect(view.row.startsAt).toEqual(paris('2026-11-24T11:00'));
		expect(
			await outcomeOf(as(VISITOR, (tx, who) => appointmentFor(tx, who, { token: 'x'.repeat(32) })))
		).toBe('NotFound');
	});

	test('a time that is gone takes nothing away: the old one still stands', async () => {
		const [nour, sami] = await newApplicants(2);
		const { appointmentId } = await book(nour!, '2026-11-25T09:00');
		await book(sami!, '2026-11-25T11:00');
		expect(await outcomeOf(move(nour!, { id: appointmentId }, '2026-11-25T11:00'))).toBe(
			'time-taken'
		);
		expect(await outcomeOf(move(nour!, { id: appointmentId }, '2026-11-25T18:00'))).toBe(
			'time-not-offered'
		);
		const [row] = await standing(paris('2026-11-25T09:00'), 'booked');
		expect(row?.id).toBe(appointmentId);
	});

	test('twice at once to the same time: one appointment', async () => {
		const nour = await newApplicant();
		const { appointmentId } = await book(nour, '2026-11-26T09:00');
		const moves = await Promise.all(
			[1, 2, 3].map(() => move(nour, { id: appointmentId }, '2026-11-26T09:30'))
		);
		expect(new Set(moves.map((each) => each.appointmentId)).size).toBe(1);
		expect(await standing(paris('2026-11-26T09:30'), 'booked')).toHaveLength(1);
	});

	test('until one hour before, that minute included; an agent also later; never a stranger', async () => {
		const [nour, sami] = await newApplicants(2);
		const { appointmentId: id } = await book(nour!, '2026-11-26T10:00');
		expect(await outcomeOf(move(sami!, { id }, '2026-11-27T10:00'))).toBe('NotFound');
		expect(await outcomeOf(move(await agentOf('valbonne'), { id }, '2026-11-27T10:00'))).toBe(
			'NotFound'
		);
		setClock('2026-11-26T09:00:00.001+01:00');
		expect(await outcomeOf(move(nour!, { id }, '2026-11-27T10:00'))).toBe('too-late-to-move');
		setClock('2026-11-26T09:00:00+01:00');
		const moved = await move(nour!, { id }, '2026-11-27T10:00');
		const agent = await agentOf('biot');
		setClock('2026-11-27T09:50:00+01:00');
		await openOn('biot', '2026-11-30', { from: '09:00', until: '12:00' });
		expect(await outcomeOf(move(agent, { id: moved.appointmentId }, '2026-11-30T09:00'))).toBe(
			'done'
		);
		const journal = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.applicationId, nour!.applicationId))
		);
		expect(journal.map(({ action }) => action)).toEqual(['move-appointment']);
	});

	test('twenty people move to one place: one gets it and nobody is left without an appointment', async () => {
		await openOn('biot', '2026-12-07', { from: '08:00', until: '18:00' });
		await openOn('biot', '2026-12-08', { from: '09:00', until: '09:30' });
		const crowd = await newApplicants(20);
		const start = (index: number) => paris('2026-12-07T08:00').add({ minutes: 30 * index });
		const text = (index: number) =>
			start(index).toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString();
		const booked = await Promise.all(crowd.map((who, index) => book(who, text(index))));
		const outcomes = await Promise.all(
			crowd.map((who, index) =>
				outcomeOf(move(who, { id: booked[index]!.appointmentId }, '2026-12-08T09:00'))
			)
		);
		expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
		expect(outcomes.filter((each) => each === 'time-taken')).toHaveLength(19);
		const all = await Promise.all(
			crowd.map((who) => as(who, (tx, actor) => myAppointments(tx, actor, now())))
		);
		expect(all.map(({ upcoming }) => upcoming.length)).toEqual(crowd.map(() => 1));
	});
});

describe('an appointment is cancelled', () => {
	test('by its applicant, with or without a reason, twice: the place is free, one notice goes out', async () => {
		const [nour, sami] = await newApplicants(2);
		const { appointmentId: id } = await book(nour!, '2026-11-27T11:00');
		await cancel(nour!, { id }, '  Je travaille ce jour-là  ');
		await cancel(nour!, { id });
		const [row] = await standing(paris('2026-11-27T11:00'), 'cancelled_by_applicant');
		expect(row).toMatchObject({ id, sequence: 1, cancellationReason: 'Je travaille ce jour-là' });
		expect(await outcomeOf(book(sami!, '2026-11-27T11:00'))).toBe('done');
		const told = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.appointmentId, id))
		);
		expect(told.map(({ kind }) => kind).sort()).toEqual([
			'appointment-booked',
			'appointment-cancelled'
		]);
	});

	test('by whoever has the link, until one hour before, that minute included', async () => {
		const [nour, sami] = await newApplicants(2);
		const [first, second] = [
			await book(nour!, '2026-11-24T09:30', 'valbonne'),
			await book(sami!, '2026-11-24T10:00', 'valbonne')
		];
		setClock('2026-11-24T08:30:00.001+01:00');
		expect(await outcomeOf(cancel(VISITOR, { token: first.token }))).toBe('too-late-to-cancel');
		setClock('2026-11-24T09:00:00+01:00');
		expect(await outcomeOf(cancel(VISITOR, { token: second.token }))).toBe('done');
	});

	test('by nobody else: a stranger, a visitor with an id, a wrong link, another counter’s agent', async () => {
		const [nour, sami] = await newApplicants(2);
		const { appointmentId: id } = await book(nour!, '2026-11-25T09:30', 'valbonne');
		for (const who of [sami!, VISITOR, await agentOf('biot')]) {
			expect(await outcomeOf(cancel(who, { id }))).toBe('NotFound');
		}
		expect(await outcomeOf(cancel(nour!, { id: 'pas-un-identifiant' }))).toBe('NotFound');
		expect(await outcomeOf(cancel(VISITOR, { token: `${linkToken(id).slice(1)}A` }))).toBe(
			'NotFound'
		);
		expect(await outcomeOf(cancel(await agentOf('valbonne'), { id }))).toBe('done');
	});

	test('not once it was moved', async () => {
		const nour = await newApplicant();
		const { appointmentId: id } = await book(nour, '2026-11-25T10:30', 'valbonne');
		await move(nour, { id }, '2026-11-25T11:00', 'valbonne');
		expect(await outcomeOf(cancel(nour, { id }))).toBe('forbidden-transition');
	});
});
