import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	VISITOR,
	type Actor,
	type Agent,
	type Applicant
} from '../../src/lib/domain/accounts/actor.ts';
import { bookForPerson } from '../../src/lib/server/appointments/book-for-person.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { cancelByService } from '../../src/lib/server/appointments/cancel-by-service.ts';
import type { ForPerson } from '../../src/lib/server/appointments/for-person.ts';
import { moveForPerson } from '../../src/lib/server/appointments/move-for-person.ts';
import { overbook } from '../../src/lib/server/appointments/overbook.ts';
import { agendaOfDay } from '../../src/lib/server/appointments/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointment, appointmentEvent } from '../../src/lib/server/db/schema/appointments.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { motive } from '../../src/lib/server/db/schema/counters.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import {
	agentOf,
	as,
	counterId,
	MONDAY,
	newApplicant,
	openOn,
	outcomeOf,
	paris,
	standing,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const BIOT = '06018';
let db: TestDatabase;
let biot: Agent;
let other: Agent;

beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	biot = await agentOf('biot');
	other = await agentOf('valbonne');
	for (const day of ['23', '24', '25', '26']) {
		await openOn('biot', `2026-11-${day}`, { from: '09:00', until: '12:00' });
	}
	await openOn('biot', '2026-11-27', { from: '14:00', until: '16:00', audience: 'staff' });
	await as(TESTING, (tx) =>
		tx.update(motive).set({ byTelephone: true }).where(eq(motive.code, 'suivi'))
	);
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const resident = () => newApplicant({ email: 'personne@exemple.test', commune: BIOT });
const asked = (who: Applicant, startsAt: string, more: Partial<ForPerson> = {}): ForPerson => ({
	applicationId: who.applicationId,
	motive: 'suivi',
	counter: 'biot',
	startsAt: paris(startsAt),
	channel: 'on_site',
	...more
});
const book = (actor: Actor, input: ForPerson) =>
	as(actor, (tx, who) => bookForPerson(tx, who, input));
const over = (actor: Actor, input: ForPerson, reason: string) =>
	as(actor, (tx, who) => overbook(tx, who, { ...input, reason }));
const rowOf = async (id: string) => {
	const [row] = await as(TESTING, (tx) =>
		tx.select().from(appointment).where(eq(appointment.id, id))
	);
	return row!;
};
const messagesOf = (id: string) =>
	as(TESTING, (tx) => tx.select().from(message).where(eq(message.appointmentId, id)));
const journalOf = (id: string) =>
	as(TESTING, (tx) => tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id)));
/** Both desks of the counter are taken at this time. */
async function fill(startsAt: string): Promise<string[]> {
	const ids: string[] = [];
	for (;;) {
		try {
			ids.push((await book(biot, asked(await resident(), startsAt))).appointmentId);
		} catch {
			return ids;
		}
	}
}

test('an agent books for a person, who is told; the row says who did it and the journal too', async () => {
	const nour = await resident();
	const { appointmentId: id } = await book(biot, asked(nour, '2026-11-24T09:00'));
	expect(await rowOf(id)).toMatchObject({
		state: 'booked',
		channel: 'on_site',
		createdBy: `agent:${biot.staffId}`,
		overbookingReason: null
	});
	expect((await messagesOf(id)).map(({ kind }) => kind)).toEqual(['appointment-booked']);
	expect((await journalOf(id)).map(({ action }) => action)).toEqual(['book-for-person']);
	expect(await book(biot, asked(nour, '2026-11-24T09:00'))).toEqual({ appointmentId: id });
	expect(await outcomeOf(book(biot, asked(nour, '2026-11-24T10:00')))).toBe('already-booked');
});

test('an agent books in hours kept for staff and without notice; the public cannot', async () => {
	const nour = await resident();
	const staffOnly = { motive: 'suivi', counter: 'biot', startsAt: paris('2026-11-27T14:00') };
	expect(await outcomeOf(as(nour, (tx, who) => bookAppointment(tx, who, staffOnly)))).toBe(
		'time-not-offered'
	);
	const { appointmentId } = await book(biot, asked(nour, '2026-11-27T14:00'));
	expect((await rowOf(appointmentId)).state).toBe('booked');
	setClock('2026-11-23T09:30:00+01:00');
	expect(await outcomeOf(book(biot, asked(await resident(), '2026-11-23T09:15')))).toBe(
		'time-not-offered'
	);
	expect(await outcomeOf(book(biot, asked(await resident(), '2026-11-23T09:30')))).toBe('done');
});

test('by telephone only where the motive allows it and there is a number to call; a move keeps it', async () => {
	const nour = await newApplicant({ phone: '+33600000001', commune: BIOT });
	const phone = { channel: 'telephone' } as const;
	expect(
		await outcomeOf(book(biot, asked(nour, '2026-11-24T10:00', { ...phone, motive: 'pieces' })))
	).toBe('channel-not-offered');
	const silent = await resident();
	expect(await outcomeOf(book(biot, asked(silent, '2026-11-24T10:00', phone)))).toBe(
		'phone-missing'
	);
	const { appointmentId: id } = await book(biot, asked(nour, '2026-11-24T10:00', phone));
	const { appointmentId: moved } = await as(biot, (tx, who) =>
		moveForPerson(tx, who, {
			applicationId: nour.applicationId,
			appointmentId: id,
			counter: 'biot',
			startsAt: paris('2026-11-24T10:30')
		})
	);
	expect(await rowOf(moved)).toMatchObject({ channel: 'telephone', movedFromId: id });
	expect((await rowOf(id)).state).toBe('moved');
	expect((await messagesOf(moved)).map(({ kind }) => kind)).toEqual(['appointment-moved']);
});

test('a stranger’s request, another’s counter and the public are answered as if nothing were there', async () => {
	const nour = await resident();
	const input = asked(nour, '2026-11-25T09:00');
	for (const who of [other, nour, VISITOR]) {
		expect(await outcomeOf(book(who, input))).toBe('NotFound');
		expect(await outcomeOf(over(who, input, 'Urgence signalée par la mairie'))).toBe('NotFound');
	}
	expect(await outcomeOf(book(biot, { ...input, counter: 'valbonne' }))).toBe('NotFound');
	expect(await outcomeOf(book(biot, { ...input, applicationId: 'x' }))).toBe('NotFound');
	const { appointmentId: id } = await book(biot, input);
	const sami = await resident();
	const move = { appointmentId: id, counter: 'biot', startsAt: paris('2026-11-25T10:00') };
	for (const [who, applicationId] of [
		[other, nour.applicationId],
		[nour, nour.applicationId],
		[biot, sami.applicationId]
	] as const) {
		const tried = as(who, (tx, actor) => moveForPerson(tx, actor, { ...move, applicationId }));
		expect(await outcomeOf(tried)).toBe('NotFound');
	}
});

test('two agents who book the last place of a time: one has it, the other is told clearly', async () => {
	const startsAt = '2026-11-25T11:00';
	const people = await Promise.all(Array.from({ length: 8 }, resident));
	const outcomes = await Promise.all(
		people.map((person) => outcomeOf(book(biot, asked(person, startsAt))))
	);
	const desks = new Set((await standing(paris(startsAt), 'booked')).map(({ deskId }) => deskId));
	expect(outcomes.filter((each) => each === 'done')).toHaveLength(desks.size);
	expect(outcomes.filter((each) => each === 'time-taken')).toHaveLength(8 - desks.size);
});

test('overbooking is a recorded act: a taken time, a reason of ten characters, shown in the agenda', async () => {
	const startsAt = '2026-11-26T09:00';
	const nour = await resident();
	const reason = 'Expulsion prévue lundi, doit être reçue';
	expect(await outcomeOf(over(biot, asked(nour, startsAt), reason))).toBe('time-is-free');
	await fill(startsAt);
	expect(await outcomeOf(book(biot, asked(nour, startsAt)))).toBe('time-taken');
	expect(await outcomeOf(over(biot, asked(nour, startsAt), '  urgent    '))).toBe(
		'overbooking-reason-too-short'
	);
	expect(await outcomeOf(over(biot, asked(nour, '2026-11-26T20:00'), reason))).toBe(
		'time-not-offered'
	);
	const { appointmentId: id } = await over(biot, asked(nour, startsAt), ` ${reason} `);
	expect(await rowOf(id)).toMatchObject({ state: 'booked', overbookingReason: reason });
	expect((await journalOf(id)).map(({ action }) => action)).toEqual(['overbook-for-person']);
	const [first] = await as(TESTING, (tx) =>
		tx.select().from(appointmentEvent).where(eq(appointmentEvent.appointmentId, id))
	);
	expect(first!.reason).toBe(reason);
	const here = await counterId('biot');
	const lines = await as(biot, (tx, who) =>
		agendaOfDay(tx, who, here, Temporal.PlainDate.from('2026-11-26'))
	);
	expect(lines.find((line) => line.id === id)?.overbookingReason).toBe(reason);
	expect(await outcomeOf(over(biot, asked(nour, '2026-11-26T09:15'), reason))).toBe(
		'already-booked'
	);
});

test('what the public books is never laid over another, whatever it sends', async () => {
	const startsAt = '2026-11-26T10:30';
	await fill(startsAt);
	const nour = await resident();
	const input = {
		motive: 'suivi',
		counter: 'biot',
		startsAt: paris(startsAt),
		reason: 'Je suis pressé aujourd’hui',
		overbookingReason: 'Je suis pressé aujourd’hui'
	};
	expect(await outcomeOf(as(nour, (tx, who) => bookAppointment(tx, who, input)))).toBe(
		'time-taken'
	);
});

test('the counter cancels with a reason of its list; the person is told, the place is free again', async () => {
	const nour = await resident();
	const { appointmentId: id } = await book(biot, asked(nour, '2026-11-24T11:00'));
	const cancel = (who: Actor) =>
		as(who, (tx, actor) => cancelByService(tx, actor, { id, reason: 'agent-absent' }));
	for (const who of [other, nour, VISITOR]) {
		expect(await outcomeOf(cancel(who))).toBe('NotFound');
	}
	await cancel(biot);
	await cancel(biot);
	expect(await rowOf(id)).toMatchObject({
		state: 'cancelled_by_service',
		cancellationReason: 'agent-absent',
		sequence: 1
	});
	const told = (await messagesOf(id)).filter(({ kind }) => kind === 'appointment-cancelled');
	expect(told).toHaveLength(1);
	expect(told[0]!.body).toContain('L’agent qui devait vous recevoir est absent');
	expect((await journalOf(id)).at(-1)).toMatchObject({ action: 'cancel-by-service' });
	expect(await outcomeOf(book(biot, asked(nour, '2026-11-24T11:00')))).toBe('done');
});
