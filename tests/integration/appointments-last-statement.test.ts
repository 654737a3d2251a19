import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor, Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { holdTime } from '../../src/lib/server/appointments/hold-time.ts';
import { giveBack } from '../../src/lib/server/appointments/own-appointments.ts';
import { askPlace } from '../../src/lib/server/appointments/place-question.ts';
import { takePlace } from '../../src/lib/server/appointments/take-place.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointmentEvent } from '../../src/lib/server/db/schema/appointments.ts';
import { closure } from '../../src/lib/server/db/schema/counters.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import {
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

/** A booking leaves in one packet with its commit: what this file shows is that it is whole, or is not at all. */
let db: TestDatabase;
let biot: string;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	await openOn('biot', '2026-11-26', { from: '09:00', until: '12:00' });
	biot = await counterId('biot');
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const visit = (time: string) => ({
	motive: 'suivi',
	counter: 'biot',
	startsAt: paris(`2026-11-26T${time}`)
});
const book = (who: Actor, time: string) =>
	as(who, (tx, actor) => bookAppointment(tx, actor, visit(time)));

/** Books as the last statement. What happens `between` the judgement and the writing happens at the first try alone. */
function bookLast(who: Applicant, time: string, between: () => Promise<unknown>) {
	let tries = 0;
	const outcome = as(who, async (tx, actor) => {
		tries += 1;
		const { startsAt, motive } = visit(time);
		const { applicationId } = who;
		const answer = await askPlace(tx, { ...visit(time), holdsOf: applicationId });
		if (tries === 1) await between();
		const place = { motive, counterId: biot, startsAt, applicationId, state: 'booked' } as const;
		return takePlace(tx, actor, { ...place, isLast: true }, answer);
	});
	return outcomeOf(outcome).then((said) => ({ said, tries }));
}

const toldOf = (applicationId: string) =>
	as(TESTING, async (tx) => {
		const rows = await tx.select().from(message).where(eq(message.applicationId, applicationId));
		return rows.map(({ kind }) => kind);
	});

test('somebody else takes the only desk in the same instant: the booking is judged anew and refused', async () => {
	const [nour, sami] = await newApplicants(2);
	const answer = await bookLast(nour!, '09:00', () => book(sami!, '09:00'));
	expect(answer).toEqual({ said: 'time-taken', tries: 2 });
	const [stands, ...others] = await standing(visit('09:00').startsAt, 'booked', 'held');
	expect(stands?.applicationId).toBe(sami!.applicationId);
	expect(others).toEqual([]);
	expect(await toldOf(nour!.applicationId)).toEqual([]);
});

test('the openings change in the same instant, and still have that time: booked once, at the second try', async () => {
	const nour = await newApplicant();
	const elsewhere = await counterId('vallauris');
	const day = Temporal.PlainDate.from('2026-11-26');
	const answer = await bookLast(nour, '09:30', () =>
		as(TESTING, (tx) =>
			tx.insert(closure).values({ counterId: elsewhere, fromDay: day, untilDay: day })
		)
	);
	expect(answer).toEqual({ said: 'done', tries: 2 });
	const rows = await standing(visit('09:30').startsAt, 'booked');
	expect(rows).toHaveLength(1);
	const lines = await as(TESTING, (tx) =>
		tx.select().from(appointmentEvent).where(eq(appointmentEvent.appointmentId, rows[0]!.id))
	);
	expect(lines.map(({ toState }) => toState)).toEqual(['booked']);
});

test('what was given back for a booking that was refused is theirs again', async () => {
	const [nour, sami] = await newApplicants(2);
	const held = await as(nour!, (tx, who) => holdTime(tx, who, visit('10:00')));
	let tries = 0;
	const attempt = as(nour!, async (tx, actor) => {
		tries += 1;
		const { startsAt, motive } = visit('10:30');
		const { applicationId } = nour!;
		const answer = await askPlace(tx, { ...visit('10:30'), holdsOf: applicationId });
		await giveBack(tx, actor, { id: held.appointmentId });
		if (tries === 1) await book(sami!, '10:30');
		const place = { motive, counterId: biot, startsAt, applicationId, state: 'booked' } as const;
		return takePlace(tx, actor, { ...place, isLast: true }, answer);
	});
	expect(await outcomeOf(attempt)).toBe('time-taken');
	const [stands] = await standing(visit('10:00').startsAt, 'held');
	expect(stands?.id).toBe(held.appointmentId);
});

test('what follows the booking in the same unit of work counts with it: neither is there without the other', async () => {
	const [nour, sami] = await newApplicants(2);
	let tries = 0;
	const attempt = as(nour!, async (tx, actor) => {
		tries += 1;
		const { startsAt, motive } = visit('11:00');
		const { applicationId } = nour!;
		const answer = await askPlace(tx, { ...visit('11:00'), holdsOf: applicationId });
		if (tries === 1) await book(sami!, '11:00');
		const place = { motive, counterId: biot, startsAt, applicationId, state: 'booked' } as const;
		await takePlace(tx, actor, { ...place, isLast: true }, answer);
		await tx.select().from(closure);
		throw new Error('reached after a booking that was refused');
	});
	expect(await outcomeOf(attempt)).toBe('time-taken');
	expect(tries).toBe(2);
});

test('a unit of work that fails after its booking leaves no booking, and is not done anew', async () => {
	const nour = await newApplicant();
	let tries = 0;
	const attempt = as(nour, async (tx, actor) => {
		tries += 1;
		await bookAppointment(tx, actor, visit('11:30'));
		throw new Error('on purpose');
	});
	expect(await outcomeOf(attempt)).toBe('Error');
	expect(tries).toBe(1);
	expect(await standing(visit('11:30').startsAt, 'booked', 'held')).toEqual([]);
	expect(await toldOf(nour.applicationId)).toEqual([]);
});
