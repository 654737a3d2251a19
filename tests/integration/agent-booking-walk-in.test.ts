import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { advanceAppointment } from '../../src/lib/server/appointments/advance-appointment.ts';
import { bookForPerson } from '../../src/lib/server/appointments/book-for-person.ts';
import { receiveWalkIn, type WalkInInput } from '../../src/lib/server/appointments/walk-in.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { visitorContact } from '../../src/lib/server/db/schema/booking.ts';
import { desk } from '../../src/lib/server/db/schema/counters.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import {
	agentOf,
	as,
	counterId,
	newApplicant,
	openOn,
	outcomeOf,
	paris,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const BIOT = '06018';
let db: TestDatabase;
let biot: Agent;
let desks: number;

beforeAll(async () => {
	db = await testDatabase();
	setClock('2026-11-24T09:00:00+01:00');
	biot = await agentOf('biot');
	const here = await counterId('biot');
	desks = await as(TESTING, (tx) => tx.$count(desk, eq(desk.counterId, here)));
	for (const day of ['24', '25', '26']) {
		await openOn('biot', `2026-11-${day}`, { from: '09:00', until: '12:00' });
	}
});
beforeEach(() => setClock('2026-11-24T09:07:20+01:00'));
afterAll(() => db.drop());

const resident = () => newApplicant({ email: 'personne@exemple.test', commune: BIOT });
const walkIn = (
	who: Actor,
	input: Omit<WalkInInput, 'motive' | 'counter'> & Partial<WalkInInput>
) =>
	as(who, (tx, actor) => receiveWalkIn(tx, actor, { motive: 'suivi', counter: 'biot', ...input }));
const rowOf = async (id: string) => {
	const [row] = await as(TESTING, (tx) =>
		tx.select().from(appointment).where(eq(appointment.id, id))
	);
	return row!;
};
const ada = {
	lastName: 'Martin',
	firstName: 'Ada',
	birthDate: Temporal.PlainDate.from('1990-03-04'),
	phone: null,
	email: null,
	locale: 'fr'
};

test('somebody without an appointment has arrived at once, at a desk free now; nobody sends them a message', async () => {
	const nour = await resident();
	const { appointmentId: id, startsAt } = await walkIn(biot, { who: nour });
	expect(startsAt.equals(paris('2026-11-24T09:08'))).toBe(true);
	expect(await rowOf(id)).toMatchObject({
		state: 'arrived',
		walkIn: true,
		overbookingReason: null
	});
	expect(await walkIn(biot, { who: nour })).toMatchObject({ appointmentId: id });
	const sent = await as(TESTING, (tx) =>
		tx.select().from(message).where(eq(message.appointmentId, id))
	);
	expect(sent).toEqual([]);
	const journal = await as(TESTING, (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id))
	);
	expect(journal.map(({ action }) => action)).toEqual(['receive-walk-in']);
	setClock('2026-11-24T09:40:00+01:00');
	expect(await as(biot, (tx, who) => advanceAppointment(tx, who, { id, action: 'receive' }))).toBe(
		'received'
	);
});

test('when every desk is busy the wait is the shortest there is', async () => {
	setClock('2026-11-25T09:00:00+01:00');
	const starts: string[] = [];
	for (let n = 0; n <= desks; n++) {
		const { startsAt } = await walkIn(biot, { who: await resident() });
		starts.push(startsAt.toString());
	}
	const first = paris('2026-11-25T09:00');
	expect(starts).toEqual([
		...Array.from({ length: desks }, () => first.toString()),
		first.add({ minutes: 30 }).toString()
	]);
});

test('a visitor without a request needs no telephone and no e-mail, and is written down once', async () => {
	const { appointmentId: id } = await walkIn(biot, {
		who: { visitor: ada },
		motive: 'enregistrement'
	});
	const again = await walkIn(biot, { who: { visitor: ada }, motive: 'enregistrement' });
	expect(again.appointmentId).toBe(id);
	const [contact] = await as(TESTING, (tx) =>
		tx.select().from(visitorContact).where(eq(visitorContact.appointmentId, id))
	);
	expect(contact).toMatchObject({ lastName: 'Martin', firstName: 'Ada', phone: null, email: null });
	expect((await rowOf(id)).applicationId).toBeNull();
});

test('somebody who is expected today is not written down twice', async () => {
	const nour = await resident();
	await as(biot, (tx, who) =>
		bookForPerson(tx, who, {
			applicationId: nour.applicationId,
			motive: 'pieces',
			counter: 'biot',
			startsAt: paris('2026-11-24T11:30'),
			channel: 'on_site'
		})
	);
	expect(await outcomeOf(walkIn(biot, { who: nour }))).toBe('expected-today');
});

test('outside opening hours only a reason receives somebody, and it is kept', async () => {
	setClock('2026-11-26T18:00:30+01:00');
	const nour = await resident();
	expect(await outcomeOf(walkIn(biot, { who: nour }))).toBe('no-desk-today');
	expect(await outcomeOf(walkIn(biot, { who: nour, overbookingReason: 'urgent' }))).toBe(
		'overbooking-reason-too-short'
	);
	const reason = 'Venue à pied avec deux enfants';
	const { appointmentId: id, startsAt } = await walkIn(biot, {
		who: nour,
		overbookingReason: reason
	});
	expect(await rowOf(id)).toMatchObject({ state: 'arrived', overbookingReason: reason });
	expect(startsAt.equals(paris('2026-11-26T18:00'))).toBe(true);
});

test('agents write walk-ins down at many desks at once without two people at one', async () => {
	setClock('2026-11-26T09:00:00+01:00');
	const people = await Promise.all(Array.from({ length: 6 }, resident));
	const seats = await Promise.all(people.map((who) => walkIn(biot, { who })));
	const rows = await Promise.all(seats.map(({ appointmentId }) => rowOf(appointmentId)));
	expect(new Set(rows.map((row) => `${row.deskId} ${row.startsAt.toString()}`)).size).toBe(6);
});

test('the public, an agent of another counter and a stranger’s request are refused', async () => {
	const nour = await resident();
	const stranger = await newApplicant();
	const valbonne = await agentOf('valbonne');
	for (const who of [nour, VISITOR, valbonne]) {
		expect(await outcomeOf(walkIn(who, { who: nour }))).toBe('NotFound');
	}
	expect(await outcomeOf(walkIn(biot, { who: stranger }))).toBe('NotFound');
	expect(await outcomeOf(walkIn(biot, { who: nour, motive: 'rien' }))).toBe('NotFound');
});
