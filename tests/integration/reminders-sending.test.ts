import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendMessages } from '../../src/jobs/send-messages.ts';
import { sendReminders } from '../../src/jobs/send-reminders.ts';
import type { Actor } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import {
	appointmentReminder,
	counterSetting,
	visitorContact
} from '../../src/lib/server/db/schema/booking.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { as, counterId, newApplicant, openOn, paris, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const EARLY = '2026-11-25T10:00:00+01:00';
let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
	setClock(EARLY);
	for (const day of ['2026-12-17', '2026-12-18']) {
		await openOn('biot', day, { from: '08:00', until: '17:00' });
		await openOn('valbonne', day, { from: '09:00', until: '17:00' });
	}
});
beforeEach(() => setClock(EARLY));
afterAll(() => db.drop());

const at = (text: string) => setClock(paris(text));
const book = async (who: Actor, startsAt: string, counter = 'biot') =>
	(
		await as(who, (tx, actor) =>
			bookAppointment(tx, actor, { motive: 'suivi', counter, startsAt: paris(startsAt) })
		)
	).appointmentId;
const reminders = (appointmentId: string) =>
	as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(
				and(eq(message.appointmentId, appointmentId), eq(message.kind, 'appointment-reminder'))
			)
	);
const decided = async (appointmentId: string) => {
	const rows = await as(TESTING, (tx) =>
		tx
			.select()
			.from(appointmentReminder)
			.where(eq(appointmentReminder.appointmentId, appointmentId))
	);
	return rows
		.map(({ minutesBefore, sent }) => ({ [minutesBefore]: sent }))
		.reduce((all, each) => ({ ...all, ...each }), {});
};

describe('an applicant is reminded of an appointment', () => {
	test('7 days, 48 hours and 3 hours before, each once, whatever the number of workers', async () => {
		const id = await book(await newApplicant(), '2026-12-17T14:00');
		at('2026-12-10T13:59:59');
		await sendReminders();
		expect(await reminders(id)).toEqual([]);
		for (const [moment, count] of [
			['2026-12-10T14:00', 1],
			['2026-12-15T14:00', 2],
			['2026-12-17T11:00', 3]
		] as const) {
			at(moment);
			await Promise.all([1, 2, 3, 4].map(() => sendReminders()));
			expect(await reminders(id)).toHaveLength(count);
		}
		expect(await decided(id)).toEqual({ 180: true, 2880: true, 10080: true });
		const [first] = await reminders(id);
		expect(first?.subject).toBe('Rappel\u00A0: rendez-vous jeudi 17 décembre 2026 à 14\u00A0h');
		expect(first?.body).toContain('/rendez-vous/');
		expect(first?.body).toMatch(/Pièces encore à envoyer\s: 2\..*\/espace\/pieces/su);
		expect(first?.body).not.toMatch(/Nour|Exemple|0060126/);
	});

	test('in Arabic and by SMS, when that is how they are reached; in the morning, not at night', async () => {
		const who = await newApplicant({ phone: '+33600000001', locale: 'ar' });
		const id = await book(who, '2026-12-17T09:00');
		at('2026-12-17T06:00');
		await sendReminders();
		expect(await reminders(id)).toEqual([]);
		at('2026-12-17T08:00');
		await sendReminders();
		expect(await reminders(id)).toMatchObject([{ channel: 'sms', locale: 'ar', subject: '' }]);
		const [sms] = await reminders(id);
		expect(sms?.body).toContain('/ar/rendez-vous/');
		expect(await decided(id)).toEqual({ 180: true, 2880: false, 10080: false });
	});

	test('a job that comes late sends the right one and writes the others off', async () => {
		const id = await book(await newApplicant(), '2026-12-17T15:00');
		at('2026-12-15T18:00');
		await sendReminders();
		expect(await reminders(id)).toHaveLength(1);
		expect(await decided(id)).toEqual({ 2880: true, 10080: false });
	});

	test('none of an appointment that is cancelled, past, or moved away', async () => {
		const nour = await newApplicant();
		const cancelled = await book(nour, '2026-12-17T10:00');
		await as(nour, (tx, who) => cancelAppointment(tx, who, { id: cancelled }));
		const past = await book(nour, '2026-12-17T10:30');
		const sami = await newApplicant();
		const old = await book(sami, '2026-12-17T11:00');
		at('2026-12-16T10:00');
		const moved = await as(sami, (tx, who) =>
			moveAppointment(tx, who, { id: old, counter: 'biot', startsAt: paris('2026-12-18T11:00') })
		);
		at('2026-12-17T10:30');
		await sendReminders();
		for (const id of [cancelled, past, old]) expect(await reminders(id)).toEqual([]);
		// Told of the new time after its 7 days and its 48 hours: only the last one is left.
		expect(await decided(moved.appointmentId)).toEqual({ 2880: false, 10080: false });
		at('2026-12-18T08:00');
		await sendReminders();
		expect(await reminders(moved.appointmentId)).toHaveLength(1);
	});

	test('none that they booked later than its hour: the confirmation said it all', async () => {
		at('2026-12-17T09:00');
		const id = await book(await newApplicant(), '2026-12-17T11:15');
		await sendReminders();
		expect(await reminders(id)).toEqual([]);
		expect(await decided(id)).toEqual({ 180: false, 2880: false, 10080: false });
	});

	test('as their counter chose', async () => {
		const values = { counterId: await counterId('valbonne'), reminderMinutes: [60] };
		await as(TESTING, (tx) => tx.insert(counterSetting).values(values));
		const id = await book(await newApplicant(), '2026-12-18T14:00', 'valbonne');
		at('2026-12-18T12:59');
		await sendReminders();
		expect(await reminders(id)).toEqual([]);
		at('2026-12-18T13:00');
		await sendReminders();
		expect(await reminders(id)).toHaveLength(1);
	});

	test('cancelled between the queue and the sending, the message is dropped', async () => {
		const nour = await newApplicant();
		const id = await book(nour, '2026-12-18T16:00');
		at('2026-12-16T16:00');
		await sendReminders();
		await as(nour, (tx, who) => cancelAppointment(tx, who, { id }));
		await sendMessages();
		expect(await reminders(id)).toMatchObject([{ state: 'dropped' }]);
	});
});

test('a visitor without a request is reminded at the address they left', async () => {
	const id = await book(await newApplicant(), '2026-12-18T10:00');
	await as(TESTING, async (tx) => {
		await tx.update(appointment).set({ applicationId: null }).where(eq(appointment.id, id));
		await tx.insert(visitorContact).values({
			appointmentId: id,
			lastName: 'Exemple',
			firstName: 'Lina',
			birthDate: Temporal.PlainDate.from('1990-02-03'),
			email: 'lina@exemple.test',
			locale: 'en'
		});
	});
	at('2026-12-16T10:00');
	await sendReminders();
	const [reminder] = await reminders(id);
	expect(reminder).toMatchObject({ recipient: 'lina@exemple.test', locale: 'en' });
	expect(reminder?.body).not.toMatch(/Lina|1990|espace/);
});
