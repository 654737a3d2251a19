import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { viewApplication } from '../../src/lib/server/applications/view-application.ts';
import { answerTimeRequest } from '../../src/lib/server/waiting/answer-time-request.ts';
import { closeTimeRequest } from '../../src/lib/server/waiting/close-time-request.ts';
import {
	leaveTimeRequest,
	type TimeRequestInput
} from '../../src/lib/server/waiting/leave-time-request.ts';
import {
	countTimeRequests,
	myTimeRequests,
	waitingTimeRequests
} from '../../src/lib/server/waiting/queries.ts';
import {
	agentOf,
	as,
	MONDAY,
	newApplicant,
	newApplicants,
	outcomeOf,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { registeredOn } from '../support/waiting.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const leave = (who: Actor, others: Partial<TimeRequestInput> = {}) =>
	as(who, (tx, actor) =>
		leaveTimeRequest(tx, actor, {
			motive: 'suivi',
			counter: 'biot',
			halfDays: ['3-am', '5-pm'],
			locale: 'fr',
			...others
		})
	);
const answer = (who: Actor, id: string, text = 'Venez mercredi à 9 h.') =>
	as(who, (tx, actor) => answerTimeRequest(tx, actor, { id, answer: text }));

describe('an applicant whom no time suits', () => {
	test('leaves their half-days; leaving them again, even at once, changes the one request', async () => {
		const nour = await newApplicant();
		const ids = await Promise.all([leave(nour), leave(nour), leave(nour)]);
		expect(new Set(ids).size).toBe(1);
		setClock('2026-11-24T09:00:00+01:00');
		await leave(nour, { halfDays: ['1-am'], note: '  Je travaille le soir. ' });
		const mine = await as(nour, (tx, who) => myTimeRequests(tx, who));
		expect(mine).toMatchObject([{ id: ids[0], halfDays: ['1-am'], state: 'waiting' }]);
		expect(mine[0]?.createdAt.toString()).toBe('2026-11-23T08:00:00Z');
	});

	test('is told what to change: no half-day, a note of 501 characters, no account, a motive of the agents', async () => {
		const nour = await newApplicant();
		expect(await outcomeOf(leave(nour, { halfDays: [] }))).toBe('half-days-missing');
		expect(await outcomeOf(leave(nour, { note: 'a'.repeat(501) }))).toBe('note-too-long');
		expect(await outcomeOf(leave(VISITOR))).toBe('Refused');
		expect(await outcomeOf(leave(nour, { counter: 'nulle-part' }))).toBe('NotFound');
		expect(await outcomeOf(leave(nour, { note: 'a'.repeat(500) }))).toBe('done');
	});

	test('takes it back; a stranger cannot', async () => {
		const [nour, sami] = await newApplicants(2);
		const id = await leave(nour!);
		const close = (who: Actor) =>
			outcomeOf(as(who, (tx, actor) => closeTimeRequest(tx, actor, { id })));
		expect(await close(sami!)).toBe('NotFound');
		expect(await close(VISITOR)).toBe('NotFound');
		expect(await close(nour!)).toBe('done');
		expect(await close(nour!)).toBe('done');
		expect(await as(nour!, (tx, who) => myTimeRequests(tx, who))).toEqual([]);
	});
});

describe('an agent', () => {
	test('sees those of their counters, oldest first, with the last day of the legal delay', async () => {
		const agent = await agentOf('valbonne');
		const [first, second] = await newApplicants(2);
		await registeredOn(first!, '2026-11-02');
		await leave(first!, { counter: 'valbonne' });
		setClock('2026-11-23T10:00:00+01:00');
		await leave(second!, { counter: 'valbonne' });
		const seen = await as(agent, (tx, who) => waitingTimeRequests(tx, who));
		expect(seen.map(({ applicationId }) => applicationId)).toEqual([
			first!.applicationId,
			second!.applicationId
		]);
		expect(seen[0]?.reception?.dueOn.toString()).toBe('2026-12-02');
		expect(seen[1]?.reception?.isOverdue).toBe(true);
		expect(await as(agent, (tx, who) => countTimeRequests(tx, who))).toBe(2);
	});

	test('answers once: the person is told and reads it in their space; the journal has it', async () => {
		const nour = await newApplicant({ email: 'nour@exemple.test', locale: 'en' });
		const id = await leave(nour, { locale: 'en' });
		const agent = await agentOf('biot');
		const answers = await Promise.all([1, 2, 3].map(() => outcomeOf(answer(agent, id))));
		expect(answers.sort()).toEqual(['already-answered', 'already-answered', 'done']);
		expect(await as(nour, (tx, who) => myTimeRequests(tx, who))).toMatchObject([
			{ state: 'answered', answer: 'Venez mercredi à 9 h.' }
		]);
		const [told, ...more] = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.applicationId, nour.applicationId))
		);
		expect(told).toMatchObject({ kind: 'time-request-answered', channel: 'email' });
		expect(told?.body).toContain('Venez mercredi à 9 h.');
		expect(told?.body).toContain('/en/espace/rendez-vous');
		expect(more).toEqual([]);
		const done = and(eq(auditEntry.subjectId, id), eq(auditEntry.action, 'answer-time-request'));
		expect(await as(TESTING, (tx) => tx.$count(auditEntry, done))).toBe(1);
	});

	test('of another counter, an applicant, or nobody cannot answer; an empty or endless answer is refused', async () => {
		const nour = await newApplicant();
		const id = await leave(nour);
		for (const who of [await agentOf('valbonne'), nour, VISITOR]) {
			expect(await outcomeOf(answer(who, id))).toBe('NotFound');
		}
		const agent = await agentOf('biot');
		expect(await outcomeOf(answer(agent, 'pas-un-identifiant'))).toBe('NotFound');
		expect(await outcomeOf(answer(agent, id, '   '))).toBe('answer-missing');
		expect(await outcomeOf(answer(agent, id, 'a'.repeat(1001)))).toBe('answer-too-long');
		expect(await outcomeOf(answer(await agentOf('biot', 'head'), id))).toBe('done');
	});

	test('opens the request of the person to book for them, although they live elsewhere', async () => {
		const nour = await newApplicant();
		const open = async (slug: string) => {
			const agent = await agentOf(slug);
			const input = { applicationId: nour.applicationId };
			return outcomeOf(as(agent, (tx, who) => viewApplication(tx, who, input)));
		};
		expect(await open('biot')).toBe('NotFound');
		const id = await leave(nour);
		expect(await open('biot')).toBe('done');
		expect(await open('valbonne')).toBe('NotFound');
		await as(nour, (tx, who) => closeTimeRequest(tx, who, { id }));
		expect(await open('biot')).toBe('NotFound');
	});
});
