import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { counterFact } from '../../src/lib/server/db/schema/counters.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { and } from 'drizzle-orm';
import { as, counterId, MONDAY, newApplicant, openOn, paris, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	await openOn('biot', '2026-11-26', { from: '09:00', until: '12:00' });
	await openOn('valbonne', '2026-11-27', { from: '09:00', until: '12:00' });
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

/** The calendar file sent for an appointment, as another program reads it. */
async function sentFile(appointmentId: string, kind: string) {
	const [sent] = await as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(and(eq(message.appointmentId, appointmentId), eq(message.kind, kind)))
	);
	const text = sent!.attachment!.text;
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	const event = calendar.getFirstSubcomponent('vevent')!;
	return { text, calendar, event, read: new ICAL.Event(event) };
}

test('a booked, moved, then cancelled appointment is one entry that changes and goes away', async () => {
	const nour = await newApplicant({ email: 'nour@exemple.test' });
	const startsAt = paris('2026-11-26T09:00');
	const booked = await as(nour, (tx, who) =>
		bookAppointment(tx, who, { motive: 'suivi', counter: 'biot', startsAt })
	);
	const moved = await as(nour, (tx, who) =>
		moveAppointment(tx, who, {
			id: booked.appointmentId,
			counter: 'valbonne',
			startsAt: paris('2026-11-27T10:15')
		})
	);
	await as(nour, (tx, who) => cancelAppointment(tx, who, { id: moved.appointmentId }));
	const files = [
		await sentFile(booked.appointmentId, 'appointment-booked'),
		await sentFile(moved.appointmentId, 'appointment-moved'),
		await sentFile(moved.appointmentId, 'appointment-cancelled')
	];
	expect(new Set(files.map(({ read }) => read.uid)).size).toBe(1);
	expect(files.map(({ read }) => read.sequence)).toEqual([0, 1, 2]);
	expect(files.map(({ calendar }) => calendar.getFirstPropertyValue('method'))).toEqual([
		'PUBLISH',
		'PUBLISH',
		'CANCEL'
	]);
	expect(files.map(({ event }) => event.getFirstPropertyValue('status'))).toEqual([
		'CONFIRMED',
		'CONFIRMED',
		'CANCELLED'
	]);
	expect(files.map(({ event }) => event.getAllSubcomponents('valarm').length)).toEqual([2, 2, 0]);
	// The day before, and in time to set out.
	const alarms = files[0]!.event.getAllSubcomponents('valarm');
	expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
		'-P1D',
		'-PT2H'
	]);
	expect(files.map(({ read }) => read.startDate.toString())).toEqual([
		'2026-11-26T08:00:00Z',
		'2026-11-27T09:15:00Z',
		'2026-11-27T09:15:00Z'
	]);
	expect(files[0]!.read.endDate.toString()).toBe('2026-11-26T08:30:00Z');
	expect(files[0]!.read.location).toBe('Guichet logement de Biot (adresse à confirmer)');
	expect(files[0]!.text).not.toMatch(/Nour|Exemple\b/);
	// RFC 5545 §3.1: no line of more than 75 bytes.
	expect(files[0]!.text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
});

test('an address that staff confirmed stands as it is, an unconfirmed one says so', async () => {
	const biot = await counterId('biot');
	const address = (confirmed: boolean) =>
		as(TESTING, (tx) =>
			tx
				.update(counterFact)
				.set({ value: '1 place Fictive', confirmed })
				.where(and(eq(counterFact.counterId, biot), eq(counterFact.kind, 'address')))
		);
	const places: string[] = [];
	for (const [confirmed, start] of [
		[false, '10:00'],
		[true, '11:00']
	] as const) {
		await address(confirmed);
		const nour = await newApplicant();
		const startsAt = paris(`2026-11-26T${start}`);
		const { appointmentId } = await as(nour, (tx, who) =>
			bookAppointment(tx, who, { motive: 'suivi', counter: 'biot', startsAt })
		);
		places.push((await sentFile(appointmentId, 'appointment-booked')).read.location);
	}
	expect(places).toEqual([
		'Guichet logement de Biot, 1 place Fictive (adresse à confirmer)',
		'Guichet logement de Biot, 1 place Fictive'
	]);
});
