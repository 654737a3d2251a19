import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { holdTime } from '../../src/lib/server/appointments/hold-time.ts';
import { linkHash } from '../../src/lib/server/appointments/links.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointmentEvent } from '../../src/lib/server/db/schema/appointments.ts';
import { closure, motive } from '../../src/lib/server/db/schema/counters.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import {
	agentOf,
	as,
	counterId,
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
	// Antibes has two desks in the reference data, Biot one.
	await openOn('antibes', '2026-11-26', { from: '09:00', until: '12:00' });
	await openOn('biot', '2026-11-26', { from: '09:00', until: '12:00' });
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const book = (
	actor: Parameters<typeof as>[0],
	startsAt: string,
	counter = 'biot',
	code = 'suivi'
) =>
	as(actor, (tx, who) =>
		bookAppointment(tx, who, { motive: code, counter, startsAt: paris(startsAt) })
	);

describe('an applicant books', () => {
	test('a free time: the row, its history, its link and the message are there', async () => {
		const nour = await newApplicant({ email: 'nour@exemple.test', locale: 'en' });
		const { appointmentId, token } = await book(nour, '2026-11-26T09:00');
		const [row] = await standing(paris('2026-11-26T09:00'), 'booked');
		expect(row).toMatchObject({
			id: appointmentId,
			applicationId: nour.applicationId,
			motiveCode: 'suivi'
		});
		expect(row!.endsAt).toEqual(paris('2026-11-26T09:30'));
		expect(row!.linkHash).toBe(linkHash(token));
		const written = await as(TESTING, async (tx) => ({
			history: await tx
				.select()
				.from(appointmentEvent)
				.where(eq(appointmentEvent.appointmentId, appointmentId)),
			messages: await tx.select().from(message).where(eq(message.appointmentId, appointmentId))
		}));
		expect(written.history.map(({ toState }) => toState)).toEqual(['booked']);
		expect(written.messages).toMatchObject([
			{ kind: 'appointment-booked', channel: 'email', recipient: 'nour@exemple.test', locale: 'en' }
		]);
		expect(written.messages[0]!.subject).toBe(
			'Appointment booked: Thursday, 26 November 2026 at 9:00'
		);
		expect(written.messages[0]!.body).toContain(token);
		expect(written.messages[0]!.body).toContain('/en/espace/pieces');
		expect(written.messages[0]!.body).not.toMatch(/Nour|Exemple|0060126/);
	});

	test('the same time twice at once, and again later: one appointment, one message, the same link', async () => {
		const nour = await newApplicant();
		const taps = await Promise.all(Array.from({ length: 5 }, () => book(nour, '2026-11-26T09:30')));
		taps.push(await book(nour, '2026-11-26T09:30'));
		expect(new Set(taps.map(({ token }) => token)).size).toBe(1);
		const rows = await standing(paris('2026-11-26T09:30'), 'booked');
		expect(rows).toHaveLength(1);
		const sent = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.appointmentId, rows[0]!.id))
		);
		expect(sent).toHaveLength(1);
	});

	test('without an address or a telephone: booked all the same, nothing is queued', async () => {
		const nour = await newApplicant({});
		const { appointmentId } = await book(nour, '2026-11-26T10:00');
		const sent = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.appointmentId, appointmentId))
		);
		expect(sent).toEqual([]);
	});

	test('with a telephone alone: told by SMS, in Arabic when that is their language', async () => {
		const nour = await newApplicant({ phone: '+33612345678', locale: 'ar' });
		const { appointmentId } = await book(nour, '2026-11-26T10:30');
		const sent = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.appointmentId, appointmentId))
		);
		expect(sent).toMatchObject([{ channel: 'sms', recipient: '+33612345678', locale: 'ar' }]);
		expect(sent[0]!.body).toMatch(/تم حجز الموعد .* 10:30/);
	});
});

describe('an applicant is refused', () => {
	test('a second time for the same motive, but not one for another motive', async () => {
		const nour = await newApplicant();
		await book(nour, '2026-11-26T09:00', 'antibes');
		expect(await outcomeOf(book(nour, '2026-11-26T10:00', 'antibes'))).toBe('already-booked');
		expect(await outcomeOf(book(nour, '2026-11-26T11:00', 'antibes', 'pieces'))).toBe('done');
	});

	test('a time that somebody else has', async () => {
		const [first, second] = await newApplicants(2);
		await book(first!, '2026-11-26T11:00');
		expect(await outcomeOf(book(second!, '2026-11-26T11:00'))).toBe('time-taken');
		// Overlapping by a quarter of an hour is taken as well.
		expect(await outcomeOf(book(second!, '2026-11-26T11:15'))).toBe('time-taken');
		expect(await outcomeOf(book(second!, '2026-11-26T11:30'))).toBe('done');
	});

	test('a start that is not on the grid, outside the hours, or past the end', async () => {
		const nour = await newApplicant();
		for (const start of [
			'2026-11-26T09:07',
			'2026-11-26T08:45',
			'2026-11-26T11:45',
			'2026-11-27T09:00'
		]) {
			expect(await outcomeOf(book(nour, start, 'antibes')), start).toBe('time-not-offered');
		}
	});

	test('a start nearer than the notice; at exactly the notice it is still given', async () => {
		const [early, late] = await newApplicants(2);
		await openOn('valbonne', '2026-11-23', { from: '09:00', until: '13:00' });
		setClock('2026-11-23T09:00:00.001+01:00');
		expect(await outcomeOf(book(late!, '2026-11-23T11:00', 'valbonne'))).toBe('time-not-offered');
		setClock(MONDAY);
		expect(await outcomeOf(book(early!, '2026-11-23T11:00', 'valbonne'))).toBe('done');
	});

	test('a day beyond the horizon; its last day is whole', async () => {
		const [last, beyond] = await newApplicants(2);
		await openOn('valbonne', '2027-01-22', { from: '16:00', until: '17:00' });
		await openOn('valbonne', '2027-01-23', { from: '09:00', until: '10:00' });
		expect(await outcomeOf(book(last!, '2027-01-22T16:00', 'valbonne'))).toBe('done');
		expect(await outcomeOf(book(beyond!, '2027-01-23T09:00', 'valbonne'))).toBe('time-not-offered');
	});

	test('an opening for staff', async () => {
		const nour = await newApplicant();
		await openOn('biot', '2026-11-30', { from: '09:00', until: '10:00', audience: 'staff' });
		expect(await outcomeOf(book(nour, '2026-11-30T09:00'))).toBe('time-not-offered');
	});

	test('a closed day, though it has an opening', async () => {
		const nour = await newApplicant();
		await openOn('biot', '2026-12-01', { from: '09:00', until: '10:00' });
		const biot = await counterId('biot');
		const day = Temporal.PlainDate.from('2026-12-01');
		await as(TESTING, (tx) =>
			tx.insert(closure).values({ counterId: biot, fromDay: day, untilDay: day })
		);
		expect(await outcomeOf(book(nour, '2026-12-01T09:00'))).toBe('time-not-offered');
	});

	test('a motive that staff alone book, an unknown motive and an unknown counter', async () => {
		const nour = await newApplicant();
		await as(TESTING, (tx) =>
			tx.insert(motive).values({
				code: 'interne',
				label: { fr: 'Interne' },
				bring: { fr: '' },
				durationMinutes: 30,
				stepMinutes: 30,
				minimumNoticeMinutes: 0,
				horizonDays: 30,
				bookableBy: 'staff',
				position: 99
			})
		);
		expect(await outcomeOf(book(nour, '2026-11-26T09:00', 'antibes', 'interne'))).toBe('Refused');
		expect(await outcomeOf(book(nour, '2026-11-26T09:00', 'antibes', 'inconnu'))).toBe('NotFound');
		expect(await outcomeOf(book(nour, '2026-11-26T09:00', 'nulle-part'))).toBe('NotFound');
	});
});

test('nobody books without a request: neither a visitor nor an agent for themselves', async () => {
	expect(await outcomeOf(book(VISITOR, '2026-11-26T09:00', 'antibes', 'enregistrement'))).toBe(
		'Refused'
	);
	expect(await outcomeOf(book(await agentOf('antibes'), '2026-11-26T09:00', 'antibes'))).toBe(
		'Refused'
	);
});

test('a forgotten appointment of last week does not stop its applicant from booking again', async () => {
	const nour = await newApplicant();
	const { appointmentId } = await book(nour, '2026-11-26T11:30', 'antibes');
	setClock('2026-11-30T09:00:00+01:00');
	await openOn('antibes', '2026-12-02', { from: '09:00', until: '10:00' });
	expect(await outcomeOf(book(nour, '2026-12-02T09:00', 'antibes'))).toBe('done');
	const [old] = await standing(paris('2026-11-26T11:30'), 'unrecorded');
	expect(old?.id).toBe(appointmentId);
});

test('an appointment by telephone says so in the message and in the calendar, and needs a number to call', async () => {
	const nour = await newApplicant({ email: 'personne@exemple.test', phone: '+33600000000' });
	const visit = { motive: 'suivi', counter: 'antibes', startsAt: paris('2026-11-26T11:30') };
	const { appointmentId } = await as(nour, (tx, who) =>
		bookAppointment(tx, who, { ...visit, channel: 'telephone' })
	);
	const [told] = await as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(and(eq(message.appointmentId, appointmentId), eq(message.channel, 'email')))
	);
	expect(told!.body).toContain('par téléphone, un agent vous appelle');
	expect(told!.attachment!.text.replace(/\r\n /g, '')).toContain('par téléphone');
	const silent = await newApplicant({ email: 'personne@exemple.test' });
	for (const attempt of [bookAppointment, holdTime]) {
		const call = { ...visit, startsAt: paris('2026-11-26T10:30'), channel: 'telephone' } as const;
		const refused = as(silent, (tx, who) => attempt(tx, who, call) as Promise<unknown>);
		expect(await outcomeOf(refused)).toBe('phone-missing');
	}
	const onSiteOnly = { ...visit, motive: 'pieces', channel: 'telephone' } as const;
	const other = await newApplicant();
	const attempt = as(other, (tx, who) => bookAppointment(tx, who, onSiteOnly));
	expect(await outcomeOf(attempt)).toBe('channel-not-offered');
});

describe('a crowd wants the same thing', () => {
	test('forty people for one hour at two desks: two get it, the others are told it was taken', async () => {
		const crowd = await newApplicants(40);
		await openOn('antibes', '2026-12-03', { from: '09:00', until: '09:30' });
		const outcomes = await Promise.all(
			crowd.map((who) => outcomeOf(book(who, '2026-12-03T09:00', 'antibes')))
		);
		expect(outcomes.filter((each) => each === 'done')).toHaveLength(2);
		expect(outcomes.filter((each) => each === 'time-taken')).toHaveLength(38);
		const rows = await standing(paris('2026-12-03T09:00'), 'booked');
		expect(new Set(rows.map(({ deskId }) => deskId)).size).toBe(2);
	});

	test('visits of different lengths never overlap at a desk', async () => {
		const crowd = await newApplicants(40);
		await openOn('biot', '2026-12-04', { from: '09:00', until: '11:00' });
		const wishes = crowd.map((who, index) => {
			const start = Temporal.PlainTime.from('09:00').add({ minutes: 15 * (index % 6) });
			const code = index % 2 ? 'suivi' : 'premier-accueil';
			return outcomeOf(book(who, `2026-12-04T${start.toString().slice(0, 5)}`, 'biot', code));
		});
		expect(new Set(await Promise.all(wishes))).toEqual(new Set(['done', 'time-taken']));
		const rows = await Promise.all(
			[0, 15, 30, 45, 60, 75].map((m) =>
				standing(paris('2026-12-04T09:00').add({ minutes: m }), 'booked')
			)
		);
		const taken = rows.flat();
		const overlaps = taken.filter((a) =>
			taken.some(
				(b) =>
					a.id !== b.id &&
					a.deskId === b.deskId &&
					a.occupiedFrom.epochMilliseconds < b.occupiedUntil.epochMilliseconds &&
					b.occupiedFrom.epochMilliseconds < a.occupiedUntil.epochMilliseconds
			)
		);
		expect(taken.length).toBeGreaterThan(1);
		expect(overlaps).toEqual([]);
	});

	test('a limit a day and desk holds against twenty people at once', async () => {
		await as(TESTING, (tx) =>
			tx.update(motive).set({ maxPerDayAndDesk: 2 }).where(eq(motive.code, 'renouvellement'))
		);
		const crowd = await newApplicants(20);
		await openOn('biot', '2026-12-08', { from: '09:00', until: '12:00' });
		const starts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
		const outcomes = await Promise.all(
			crowd.map((who, index) =>
				outcomeOf(book(who, `2026-12-08T${starts[index % 6]}`, 'biot', 'renouvellement'))
			)
		);
		expect(outcomes.filter((each) => each === 'done')).toHaveLength(2);
	});
});
