import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { purgeSessions } from '../../src/jobs/purge-sessions.ts';
import { VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import { VISITOR_REQUESTS_AN_HOUR } from '../../src/lib/domain/waiting/time-requests.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { timeRequest } from '../../src/lib/server/db/schema/booking.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { answerTimeRequest } from '../../src/lib/server/waiting/answer-time-request.ts';
import { closeTimeRequest } from '../../src/lib/server/waiting/close-time-request.ts';
import { forgetVisitorRequests } from '../../src/lib/server/waiting/forget-visitor-requests.ts';
import {
	leaveVisitorTimeRequest,
	type VisitorTimeRequestInput
} from '../../src/lib/server/waiting/leave-visitor-time-request.ts';
import { waitingTimeRequests } from '../../src/lib/server/waiting/queries.ts';
import { agentOf, as, MONDAY, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
/** Each test has a telephone, an address and a network of its own. */
let turn = 0;
beforeAll(async () => {
	db = await testDatabase();
});
beforeEach(() => {
	setClock(MONDAY);
	turn += 1;
});
afterAll(() => db.drop());

const phone = (last = 1) =>
	`+3361234${String(turn).padStart(2, '0')}${String(last).padStart(2, '0')}`;
const lina = (reach: { phone?: string; email?: string } = { phone: phone() }) => ({
	lastName: 'Exemple',
	firstName: 'Lina',
	birthDate: Temporal.PlainDate.from('1990-05-14'),
	phone: reach.phone ?? null,
	email: reach.email ?? null
});
const leave = (others: Partial<VisitorTimeRequestInput> = {}, who: Actor = VISITOR) =>
	as(who, (tx, actor) =>
		leaveVisitorTimeRequest(tx, actor, {
			motive: 'enregistrement',
			counter: 'biot',
			halfDays: ['3-am', '5-pm'],
			locale: 'fr',
			contact: lina(),
			source: `192.0.2.${turn}`,
			...others
		})
	);
const seenBy = (who: Actor) => as(who, (tx, actor) => waitingTimeRequests(tx, actor));
const answer = (who: Actor, id: string) =>
	as(who, (tx, actor) => answerTimeRequest(tx, actor, { id, answer: 'Venez mercredi à 9 h.' }));
const rowOf = async (id: string) =>
	(await as(TESTING, (tx) => tx.select().from(timeRequest).where(eq(timeRequest.id, id))))[0];
const sentTo = (recipient: string) =>
	as(TESTING, (tx) => tx.select().from(message).where(eq(message.recipient, recipient)));

describe('a visitor whom no time suits', () => {
	test('leaves their half-days with who they are; the agents of that counter alone see it', async () => {
		const id = await leave({ counter: 'valbonne', note: '  Je travaille le soir. ' });
		const [seen] = await seenBy(await agentOf('valbonne'));
		expect(seen).toMatchObject({
			id,
			applicationId: null,
			contact: { lastName: 'Exemple', firstName: 'Lina', birthDate: '1990-05-14', phone: phone() },
			halfDays: ['3-am', '5-pm'],
			note: 'Je travaille le soir.'
		});
		expect(await seenBy(await agentOf('biot'))).toEqual([]);
		expect(await seenBy(VISITOR)).toEqual([]);
	});

	test('sends the form three times at once: one request; sending it again changes it and keeps its turn', async () => {
		const ids = await Promise.all([leave(), leave(), leave()]);
		expect(new Set(ids).size).toBe(1);
		setClock('2026-11-23T09:30:00+01:00');
		expect(await leave({ counter: 'opio', halfDays: ['1-am'] })).toBe(ids[0]);
		expect(await seenBy(await agentOf('opio'))).toMatchObject([{ id: ids[0], halfDays: ['1-am'] }]);
		expect((await rowOf(ids[0]!))?.createdAt.toString()).toBe('2026-11-23T08:00:00Z');
		expect(await leave({ contact: lina({ phone: phone(2) }) })).not.toBe(ids[0]);
	});

	test('is told what to change, and signs in for a motive that asks for an account', async () => {
		expect(await outcomeOf(leave({ halfDays: [] }))).toBe('half-days-missing');
		expect(await outcomeOf(leave({ note: 'a'.repeat(501) }))).toBe('note-too-long');
		expect(await outcomeOf(leave({ contact: lina({}) }))).toBe('contact-missing');
		expect(await outcomeOf(leave({ motive: 'suivi' }))).toBe('Refused');
		expect(await outcomeOf(leave({ motive: 'inconnu' }))).toBe('NotFound');
		expect(await outcomeOf(leave({ counter: 'nulle-part' }))).toBe('NotFound');
		expect(await outcomeOf(leave({}, await newApplicant()))).toBe('Refused');
		expect(await outcomeOf(leave({}, await agentOf('biot')))).toBe('Refused');
		expect(await outcomeOf(leave())).toBe('done');
	});

	test('cannot send more than a share an hour to one telephone, nor from one network', async () => {
		const { destination, source } = VISITOR_REQUESTS_AN_HOUR;
		for (let time = 0; time < destination; time += 1) await leave({ source: `198.51.100.${time}` });
		expect(await outcomeOf(leave({ source: '198.51.100.99' }))).toBe('too-many-requests');
		for (let time = 0; time < source; time += 1)
			await leave({ contact: lina({ phone: phone(10 + time) }) });
		const other = { contact: lina({ phone: phone(50) }) };
		expect(await outcomeOf(leave(other))).toBe('too-many-requests');
		setClock('2026-11-23T10:01:00+01:00');
		expect(await outcomeOf(leave(other))).toBe('done');
	});
});

describe('an agent who answers a visitor', () => {
	test('writes to the address they left, in their language', async () => {
		const email = 'lina@exemple.test';
		const id = await leave({ contact: lina({ email, phone: phone() }), locale: 'en' });
		await answer(await agentOf('biot'), id);
		const [told, ...more] = await sentTo(email);
		expect(told).toMatchObject({ kind: 'time-request-answered', channel: 'email', locale: 'en' });
		expect(told?.body).toContain('answers your request');
		expect(told?.body).toContain('Venez mercredi à 9 h.');
		expect(told?.body).not.toContain('/espace');
		expect([...more, ...(await sentTo(phone()))]).toEqual([]);
	});

	test('writes by SMS to who left a telephone alone: the answer is in it, for they have no space', async () => {
		const id = await leave({ locale: 'ar' });
		await answer(await agentOf('biot'), id);
		const [told] = await sentTo(phone());
		expect(told).toMatchObject({ channel: 'sms', locale: 'ar' });
		expect(told?.body).toMatch(/يرد .*Venez mercredi à 9 h\./);
	});

	test('of another counter finds nothing to answer or to close; nor does a visitor', async () => {
		const id = await leave();
		for (const who of [await agentOf('valbonne'), VISITOR]) {
			expect(await outcomeOf(answer(who, id))).toBe('NotFound');
			const close = as(who, (tx, actor) => closeTimeRequest(tx, actor, { id }));
			expect(await outcomeOf(close)).toBe('NotFound');
		}
		expect((await rowOf(id))?.state).toBe('waiting');
	});
});

describe('the nightly job', () => {
	test('erases who a visitor was thirty days after the answer, not before; who waits is kept', async () => {
		const id = await leave();
		const waiting = await leave({ contact: lina({ phone: phone(2) }) });
		await answer(await agentOf('biot'), id);
		await as(TESTING, (tx) => tx.update(message).set({ state: 'sent' }));
		setClock('2026-12-23T08:59:00+01:00');
		await purgeSessions();
		expect((await rowOf(id))?.contact).toMatchObject({ phone: phone() });
		setClock('2026-12-23T09:01:00+01:00');
		await purgeSessions();
		expect(await rowOf(id)).toMatchObject({ state: 'answered', contact: {}, note: null });
		expect(await sentTo(phone())).toEqual([]);
		expect((await rowOf(waiting))?.contact).toMatchObject({ phone: phone(2) });
	});

	test('erases at once who was taken off the list; nobody else may run it', async () => {
		const id = await leave();
		const agent = await agentOf('biot');
		await as(agent, (tx, who) => closeTimeRequest(tx, who, { id }));
		const forget = (who: Actor) => as(who, forgetVisitorRequests);
		expect(await outcomeOf(forget(agent))).toBe('Refused');
		expect(await outcomeOf(forget(VISITOR))).toBe('Refused');
		expect(await forget(TESTING)).toBe(1);
		expect((await rowOf(id))?.contact).toEqual({});
		expect(await forget(TESTING)).toBe(0);
	});
});
