import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import {
	application,
	applicationEvent,
	person
} from '../../src/lib/server/db/schema/applications.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { timeRequest, waitingEntry } from '../../src/lib/server/db/schema/booking.ts';
import {
	countReceptionsDue,
	receptionQueue
} from '../../src/lib/server/reception/reception-queue.ts';
import { settingOf } from '../../src/lib/server/settings/queries.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { makeAppointment } from '../support/agents/territory.ts';
import { agentOf, as, counterId, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const BIOT = '06018';
/** Registered on 31 January 2027: one month later is the last day of February, two are 31 March. */
const FILED = '2027-01-31';
let db: TestDatabase;
let biot: Agent;
let head: Agent;

beforeAll(async () => {
	db = await testDatabase();
	biot = await agentOf('biot');
	head = await agentOf('biot', 'head');
});
beforeEach(() => setClock('2027-02-01T09:00:00+01:00'));
afterAll(() => db.drop());

const atNoon = (day: string) => setClock(`${day}T12:00:00+01:00`);
async function registered(filedOn: string): Promise<string> {
	const { applicationId } = await newApplicant({ commune: BIOT });
	await as(TESTING, (tx) =>
		tx
			.update(application)
			.set({
				filedOn: Temporal.PlainDate.from(filedOn),
				validUntil: Temporal.PlainDate.from(filedOn).add({ years: 1 })
			})
			.where(eq(application.id, applicationId))
	);
	return applicationId;
}
async function asks(applicationId: string, slug = 'biot'): Promise<void> {
	const counter = await counterId(slug);
	await as(TESTING, (tx) =>
		tx.insert(timeRequest).values({
			applicationId,
			counterId: counter,
			motiveCode: 'premier-accueil',
			halfDays: ['1-am'],
			locale: 'fr',
			createdAt: Temporal.Instant.from('2027-02-01T08:00:00Z')
		})
	);
}
const rowsFor = async (who: Actor, applicationId: string) =>
	(await as(who, (tx, actor) => receptionQueue(tx, actor))).rows.filter(
		(row) => row.applicationId === applicationId
	);
const interview = (applicationId: string) =>
	as(TESTING, (tx) =>
		tx.insert(applicationEvent).values({
			applicationId,
			kind: 'interviewed',
			occurredOn: Temporal.PlainDate.from('2027-02-01'),
			recordedAt: Temporal.Instant.from('2027-02-01T08:00:00Z'),
			origin: 'counter',
			author: 'Guichet de test',
			recordedBy: 'system:test'
		})
	);

test('an agent sees the last day of the delay just before it, on it and just after it', async () => {
	const id = await registered(FILED);
	await asks(id);
	const seen = [];
	for (const day of ['2027-02-27', '2027-02-28', '2027-03-01']) {
		atNoon(day);
		const [row] = await rowsFor(biot, id);
		seen.push([row!.dueOn.toString(), row!.daysLeft, row!.isOverdue]);
	}
	expect(seen).toEqual([
		['2027-02-28', 1, false],
		['2027-02-28', 0, false],
		['2027-02-28', -1, true]
	]);
});

test('only who asks to be received is listed: by an appointment, a request for a time or the waiting list', async () => {
	const silent = await registered(FILED);
	const cancelled = await registered(FILED);
	const booked = await registered(FILED);
	const missed = await registered(FILED);
	const waiting = await registered(FILED);
	const motive = 'premier-accueil';
	const slug = 'biot';
	await makeAppointment({
		applicationId: cancelled,
		slug,
		motive,
		startsAt: '2027-02-05T09:00:00Z',
		state: 'cancelled_by_applicant'
	});
	await makeAppointment({ applicationId: booked, slug, motive, startsAt: '2027-02-05T10:00:00Z' });
	await makeAppointment({
		applicationId: missed,
		slug,
		motive,
		startsAt: '2027-02-01T07:00:00Z',
		state: 'cancelled_by_service'
	});
	const counter = await counterId('biot');
	await as(TESTING, (tx) =>
		tx.insert(waitingEntry).values({
			applicationId: waiting,
			counterId: counter,
			motiveCode: motive,
			createdAt: Temporal.Instant.from('2027-02-01T08:00:00Z'),
			createdBy: 'system:test'
		})
	);
	const { rows } = await as(biot, (tx, who) => receptionQueue(tx, who));
	const listed = [silent, cancelled, booked, missed, waiting].map((id) =>
		rows.some((row) => row.applicationId === id)
	);
	expect(listed).toEqual([false, false, true, true, true]);
	expect((await rowsFor(biot, booked))[0]!.bookedInTime).toBe(true);
	await interview(booked);
	expect(await rowsFor(biot, booked)).toEqual([]);
});

test('an appointment on the last day is in time, the day after it is not, and only then is there something to do', async () => {
	atNoon('2027-02-20');
	const before = await as(biot, (tx, who) => countReceptionsDue(tx, who));
	const inTime = await registered('2027-01-25');
	const late = await registered('2027-01-25');
	const motive = 'premier-accueil';
	await makeAppointment({
		applicationId: inTime,
		slug: 'biot',
		motive,
		startsAt: '2027-02-25T15:00:00Z'
	});
	await makeAppointment({
		applicationId: late,
		slug: 'biot',
		motive,
		startsAt: '2027-02-26T07:00:00Z'
	});
	expect((await rowsFor(biot, inTime))[0]!.bookedInTime).toBe(true);
	expect((await rowsFor(biot, late))[0]!.bookedInTime).toBe(false);
	expect(await as(biot, (tx, who) => countReceptionsDue(tx, who))).toBe(before + 1);
});

test('the shortest delay comes first, and only requests of the agent’s territory', async () => {
	const later = await registered('2027-01-30');
	const sooner = await registered('2026-12-01');
	for (const id of [later, sooner]) await asks(id);
	const elsewhere = await registered('2026-11-01');
	await asks(elsewhere, 'valbonne');
	await as(TESTING, (tx) =>
		tx.update(person).set({ addressCommune: '06152' }).where(eq(person.applicationId, elsewhere))
	);
	const { rows } = await as(biot, (tx, who) => receptionQueue(tx, who));
	const ids = rows.map((row) => row.applicationId);
	expect(ids.indexOf(sooner)).toBeLessThan(ids.indexOf(later));
	expect(ids).not.toContain(elsewhere);
	expect(rows.map((row) => row.daysLeft)).toEqual(
		rows.map((row) => row.daysLeft).sort((a, b) => a - b)
	);
	expect((await rowsFor(head, elsewhere))[0]!.isOverdue).toBe(true);
	for (const who of [VISITOR, await newApplicant()]) {
		expect(await outcomeOf(as(who, (tx, actor) => receptionQueue(tx, actor)))).toBe('NotFound');
		expect(await outcomeOf(as(who, (tx, actor) => countReceptionsDue(tx, actor)))).toBe('NotFound');
	}
});

test('the head of service sets two months, which is written in the journal; nobody else may', async () => {
	const id = await registered(FILED);
	await asks(id);
	const set = (who: Actor, value: unknown) =>
		as(who, (tx, actor) =>
			setSetting(tx, actor, { key: 'reception_delay_months', value, confirmed: true })
		);
	expect(await as(biot, (tx) => settingOf(tx, 'reception_delay_months'))).toMatchObject({
		value: 1,
		confirmed: false,
		source: 'L441-2-8 I §2; R441-2-10 2°'
	});
	expect(await outcomeOf(set(biot, 2))).toBe('Refused');
	expect(await outcomeOf(set(await newApplicant(), 2))).toBe('Refused');
	expect(await outcomeOf(set(head, 3))).toBe('setting-out-of-range');
	await set(head, 2);
	expect((await rowsFor(biot, id))[0]!.dueOn.toString()).toBe('2027-03-31');
	expect(await as(biot, (tx) => settingOf(tx, 'reception_delay_months'))).toMatchObject({
		value: 2,
		confirmed: true
	});
	const journal = await as(TESTING, (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.action, 'set-setting'))
	);
	expect(journal).toHaveLength(1);
	await set(head, 1);
});
