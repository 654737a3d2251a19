import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import {
	advanceAppointment,
	type CounterAction
} from '../../src/lib/server/appointments/advance-appointment.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { agendaOfDay } from '../../src/lib/server/appointments/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { application, applicationEvent } from '../../src/lib/server/db/schema/applications.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
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
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	for (const day of ['24', '25', '26']) {
		await openOn('biot', `2026-11-${day}`, { from: '09:00', until: '12:00' });
	}
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const book = (who: Actor, startsAt: string, motive = 'suivi') =>
	as(who, (tx, actor) =>
		bookAppointment(tx, actor, { motive, counter: 'biot', startsAt: paris(startsAt) })
	);
const advance = (who: Actor, id: string, action: CounterAction) =>
	as(who, (tx, actor) => advanceAppointment(tx, actor, { id, action }));
const interviews = (applicationId: string) =>
	as(TESTING, (tx) =>
		tx
			.select()
			.from(applicationEvent)
			.where(
				and(
					eq(applicationEvent.applicationId, applicationId),
					eq(applicationEvent.kind, 'interviewed')
				)
			)
	);

test('an agent writes down a whole visit, and the applicant’s history says that they were received', async () => {
	const agent = await agentOf('biot');
	const nour = await newApplicant();
	const { appointmentId: id } = await book(nour, '2026-11-24T09:00');
	setClock('2026-11-24T08:55:00+01:00');
	const states = [];
	for (const action of ['arrive', 'call', 'start', 'receive'] as const)
		states.push(await advance(agent, id, action));
	expect(states).toEqual(['arrived', 'called', 'in_interview', 'received']);
	const [event] = await interviews(nour.applicationId);
	expect(event).toMatchObject({
		origin: 'counter',
		author: 'Guichet logement de Biot',
		detail: { appointmentId: id }
	});
	const journal = await as(TESTING, (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id))
	);
	expect(journal).toHaveLength(4);
});

test('"received" taken back and said again is one interview in the history', async () => {
	const agent = await agentOf('biot');
	const nour = await newApplicant();
	const { appointmentId: id } = await book(nour, '2026-11-24T09:30');
	setClock('2026-11-24T09:30:00+01:00');
	await advance(agent, id, 'receive');
	expect(await advance(agent, id, 'undo')).toBe('booked');
	await advance(agent, id, 'receive');
	expect(await interviews(nour.applicationId)).toHaveLength(1);
});

test('nobody is absent before the start, and nobody arrives on another day', async () => {
	const agent = await agentOf('biot');
	const { appointmentId: id } = await book(await newApplicant(), '2026-11-24T10:00');
	expect(await outcomeOf(advance(agent, id, 'arrive'))).toBe('only-on-its-day');
	expect(await outcomeOf(advance(agent, id, 'receive'))).toBe('not-before-its-day');
	setClock('2026-11-24T10:00:00+01:00');
	expect(await outcomeOf(advance(agent, id, 'mark-absent'))).toBe('not-before-its-start');
	setClock('2026-11-24T10:00:01+01:00');
	expect(await advance(agent, id, 'mark-absent')).toBe('absent');
	expect(await outcomeOf(advance(agent, id, 'arrive'))).toBe('forbidden-transition');
});

test('taking an absence back is refused when the person has booked again meanwhile', async () => {
	const agent = await agentOf('biot');
	const nour = await newApplicant();
	const { appointmentId: id } = await book(nour, '2026-11-24T11:00');
	setClock('2026-11-24T11:10:00+01:00');
	await advance(agent, id, 'mark-absent');
	await book(nour, '2026-11-25T11:00');
	expect(await outcomeOf(advance(agent, id, 'undo'))).toBe('already-booked');
});

test('only agents of the counter do this; the head of service may everywhere', async () => {
	const nour = await newApplicant();
	const { appointmentId: id } = await book(nour, '2026-11-25T09:00');
	setClock('2026-11-25T09:00:00+01:00');
	for (const who of [nour, VISITOR, await agentOf('valbonne')]) {
		expect(await outcomeOf(advance(who, id, 'arrive'))).toBe('NotFound');
	}
	expect(await advance(await agentOf('biot', 'head'), id, 'arrive')).toBe('arrived');
});

test('somebody whose request was struck off is received all the same, and nothing is added to it', async () => {
	const nour = await newApplicant();
	const { appointmentId: id } = await book(nour, '2026-11-25T10:00');
	await as(TESTING, (tx) =>
		tx
			.update(application)
			.set({ state: 'struck_off' })
			.where(eq(application.id, nour.applicationId))
	);
	setClock('2026-11-25T10:00:00+01:00');
	expect(await advance(await agentOf('biot'), id, 'receive')).toBe('received');
	expect(await interviews(nour.applicationId)).toEqual([]);
});

test('the agenda of a day lists who comes, in order, without holds, for this counter’s agents alone', async () => {
	const [nour, sami] = await newApplicants(2);
	await book(sami!, '2026-11-26T10:00', 'pieces');
	await book(nour!, '2026-11-26T09:00');
	const biot = await counterId('biot');
	const day = Temporal.PlainDate.from('2026-11-26');
	const lines = await as(await agentOf('biot'), (tx, who) => agendaOfDay(tx, who, biot, day));
	expect(lines.map(({ motive, lastName, state }) => [motive.code, lastName, state])).toEqual([
		['suivi', 'Exemple', 'booked'],
		['pieces', 'Exemple', 'booked']
	]);
	for (const who of [await agentOf('valbonne'), nour!, VISITOR]) {
		expect(await outcomeOf(as(who, (tx, actor) => agendaOfDay(tx, actor, biot, day)))).toBe(
			'NotFound'
		);
	}
});
