import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	VISITOR,
	type Actor,
	type Agent,
	type Applicant
} from '../../src/lib/domain/accounts/actor.ts';
import { MESSAGES_AN_HOUR } from '../../src/lib/domain/conversations/body.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { changeConversation } from '../../src/lib/server/conversations/change-conversation.ts';
import {
	conversationQueue,
	countConversations
} from '../../src/lib/server/conversations/queries.ts';
import { readThread } from '../../src/lib/server/conversations/read-thread.ts';
import {
	sendMessage,
	type SendMessageInput
} from '../../src/lib/server/conversations/send-message.ts';
import { unreadMessages } from '../../src/lib/server/conversations/unread-messages.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { conversationMessage } from '../../src/lib/server/db/schema/conversations.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import {
	agentOf,
	as,
	counterId,
	MONDAY,
	newApplicant,
	outcomeOf,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let antibes: Agent;
let colleague: Agent;
let valbonne: Agent;
beforeAll(async () => {
	db = await testDatabase();
	antibes = { ...(await agentOf('antibes')), name: 'Camille' };
	colleague = { ...antibes, staffId: '0198c0de-0000-7000-8000-000000000002', name: 'Alix' };
	valbonne = { ...(await agentOf('valbonne')), staffId: '0198c0de-0000-7000-8000-000000000003' };
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const inAntibes = () =>
	newApplicant({ email: 'personne@exemple.test', phone: '0639980001', commune: '06004' });

const write = (who: Actor, to: Applicant, others: Partial<SendMessageInput> = {}) =>
	as(who, (tx, actor) =>
		sendMessage(tx, actor, {
			applicationId: to.applicationId,
			body: 'Bonjour, où en est ma demande ?',
			sendingId: randomUUID(),
			...others
		})
	);
const read = (who: Actor, of: Applicant, page = 0) =>
	as(who, (tx, actor) => readThread(tx, actor, { applicationId: of.applicationId, page }));
const unread = (who: Actor) => as(who, (tx, actor) => unreadMessages(tx, actor));
const stateOf = async (of: Applicant) => (await read(of, of)).conversation;
const told = (to: Applicant) =>
	as(TESTING, (tx) => tx.select().from(message).where(eq(message.applicationId, to.applicationId)));
const close = (who: Actor, of: Applicant, action: 'close' | 'reopen' = 'close') =>
	as(who, (tx, actor) =>
		changeConversation(tx, actor, { applicationId: of.applicationId, action })
	);
const audited = (of: Applicant, action: string) =>
	as(TESTING, (tx) =>
		tx.$count(
			auditEntry,
			and(eq(auditEntry.applicationId, of.applicationId), eq(auditEntry.action, action))
		)
	);

describe('an applicant', () => {
	test('writes, and the exchange waits for an answer since the first message', async () => {
		const nour = await inAntibes();
		await write(nour, nour);
		setClock('2026-11-23T11:00:00+01:00');
		await write(nour, nour, { body: 'J’ai oublié : j’ai déménagé.' });
		expect(await stateOf(nour)).toMatchObject({ state: 'waiting' });
		expect((await stateOf(nour))?.waitingSince?.toString()).toBe('2026-11-23T08:00:00Z');
		const thread = await read(nour, nour);
		expect(thread.messages.map(({ body }) => body)).toEqual([
			'J’ai oublié : j’ai déménagé.',
			'Bonjour, où en est ma demande ?'
		]);
		expect(await unread(nour)).toBe(0);
	});

	test('who taps twice, or whose connection dies in between, has written once', async () => {
		const nour = await inAntibes();
		const sendingId = randomUUID();
		const sent = await Promise.all([1, 2, 3].map(() => write(nour, nour, { sendingId })));
		expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
		expect(sent.filter(({ repeated }) => !repeated)).toHaveLength(1);
		expect((await read(nour, nour)).messages).toHaveLength(1);
	});

	test('is told what to change, and nothing is kept of it', async () => {
		const nour = await inAntibes();
		expect(await outcomeOf(write(nour, nour, { body: ' \n ' }))).toBe('message-missing');
		expect(await outcomeOf(write(nour, nour, { body: 'a'.repeat(4_001) }))).toBe(
			'message-too-long'
		);
		expect(await outcomeOf(write(nour, nour, { sendingId: 'x' }))).toBe('message-form');
		expect(await outcomeOf(write(nour, nour, { paperId: randomUUID() }))).toBe('paper-unknown');
		expect((await read(nour, nour)).conversation).toBeNull();
	});

	test('writes twelve messages an hour, not thirteen, and again an hour later', async () => {
		const nour = await inAntibes();
		for (let sent = 0; sent < MESSAGES_AN_HOUR; sent++) await write(nour, nour);
		expect(await outcomeOf(write(nour, nour))).toBe('too-many-messages');
		setClock('2026-11-23T10:00:01+01:00');
		expect(await outcomeOf(write(nour, nour))).toBe('done');
	});

	test('whose request is struck off may still write, to contest it', async () => {
		const nour = await inAntibes();
		await as(TESTING, (tx, actor) =>
			recordEvent(tx, actor, {
				applicationId: nour.applicationId,
				kind: 'struck_off_not_renewed',
				occurredOn: Temporal.PlainDate.from('2026-11-22'),
				origin: 'official',
				author: 'SNE'
			})
		);
		expect(await outcomeOf(write(nour, nour))).toBe('done');
		expect(await unread(antibes)).toBeGreaterThan(0);
	});

	test('never reads or writes in the exchange of somebody else; nor does a visitor', async () => {
		const [nour, sami] = [await inAntibes(), await inAntibes()];
		await write(nour, nour);
		for (const stranger of [sami, VISITOR, valbonne, TESTING]) {
			expect(await outcomeOf(write(stranger, nour))).toBe('NotFound');
			expect(await outcomeOf(read(stranger, nour))).toBe('NotFound');
		}
	});

	test('cannot ask in the name of the counter for a paper', async () => {
		const nour = await inAntibes();
		await write(nour, nour, { askedCategory: 'tax_notice_n2' });
		expect((await read(nour, nour)).messages[0]?.askedCategory).toBeNull();
	});
});

describe('an agent', () => {
	test('answers: the person sees one unread message, and it is read once they look', async () => {
		const nour = await inAntibes();
		await write(nour, nour);
		setClock('2026-11-23T10:00:00+01:00');
		await write(antibes, nour, { body: 'Bonjour, elle est enregistrée.' });
		expect(await unread(nour)).toBe(1);
		const thread = await read(nour, nour);
		expect(thread.conversation).toMatchObject({ state: 'answered', waitingSince: null });
		expect(thread.messages[0]).toMatchObject({ author: 'agent', authorName: 'Camille' });
		expect(await unread(nour)).toBe(0);
		expect(await audited(nour, 'send-message')).toBe(1);
	});

	test('tells the person that a message waits, once, and not a word of it', async () => {
		const nour = await inAntibes();
		await write(antibes, nour, { body: 'Votre avis d’imposition est illisible.' });
		await write(antibes, nour, { body: 'Reprenez-le en photo.' });
		const messages = await told(nour);
		expect(messages.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
		for (const { subject, body } of messages) {
			expect(body).toContain('/espace/messages');
			expect(`${subject} ${body}`).not.toMatch(/imposition|photo|Camille|Nour|Exemple|0060126/);
		}
	});

	test('is told when another has answered meanwhile, and sends once they have seen it', async () => {
		const nour = await inAntibes();
		const { messageId } = await write(nour, nour);
		await write(colleague, nour, { lastSeenId: messageId });
		expect(await outcomeOf(write(antibes, nour, { lastSeenId: messageId }))).toBe('thread-moved');
		const last = (await read(antibes, nour)).messages[0]?.id;
		expect(await outcomeOf(write(antibes, nour, { lastSeenId: last }))).toBe('done');
	});

	test('of two who answer at the same moment, one is told', async () => {
		const nour = await inAntibes();
		const { messageId } = await write(nour, nour);
		const both = [antibes, colleague].map((agent) =>
			outcomeOf(write(agent, nour, { lastSeenId: messageId }))
		);
		expect((await Promise.all(both)).sort()).toEqual(['done', 'thread-moved']);
	});

	test('who opens a waiting exchange is named to the next, for a quarter of an hour', async () => {
		const nour = await inAntibes();
		await write(nour, nour);
		expect((await read(antibes, nour)).openedByOther).toBeNull();
		expect((await read(colleague, nour)).openedByOther).toMatchObject({ name: 'Camille' });
		expect((await read(antibes, nour)).openedByOther).toBeNull();
		setClock('2026-11-23T09:15:00+01:00');
		expect((await read(colleague, nour)).openedByOther).toBeNull();
	});

	test('leaves a line in the journal at every look', async () => {
		const nour = await inAntibes();
		await write(nour, nour);
		await read(antibes, nour);
		await read(antibes, nour);
		expect(await audited(nour, 'view-messages')).toBe(2);
	});

	test('finds those that wait, the oldest first, of their counters only', async () => {
		const [first, second] = [await inAntibes(), await inAntibes()];
		await write(second, second);
		setClock('2026-11-23T08:00:00+01:00');
		await write(first, first);
		const queue = (who: Actor, counter: string | null = null) =>
			as(who, (tx, actor) =>
				conversationQueue(tx, actor, { state: 'waiting', counterId: counter, page: 0 })
			);
		const seen = (await queue(antibes)).lines.map(({ applicationId }) => applicationId);
		expect(seen.indexOf(first.applicationId)).toBe(0);
		expect(seen).toContain(second.applicationId);
		const elsewhere = (await queue(valbonne)).lines.map(({ applicationId }) => applicationId);
		expect(elsewhere).not.toContain(first.applicationId);
		const head = { ...(await agentOf('antibes', 'head')), name: 'Responsable' };
		expect((await queue(head, await counterId('antibes'))).lines.length).toBe(seen.length);
		expect(await outcomeOf(queue(antibes, await counterId('valbonne')))).toBe('NotFound');
		expect(await outcomeOf(queue(first))).toBe('NotFound');
		const counts = await as(antibes, (tx, actor) => countConversations(tx, actor, null));
		expect(counts.waiting).toBe(seen.length);
		expect(await unread(antibes)).toBe(seen.length);
	});

	test('closes what needs no answer, and the person’s next message opens it again', async () => {
		const nour = await inAntibes();
		await write(nour, nour, { body: 'Merci !' });
		await close(antibes, nour);
		await close(antibes, nour);
		expect(await stateOf(nour)).toMatchObject({ state: 'closed', closedByName: 'Camille' });
		expect(await audited(nour, 'close-conversation')).toBe(1);
		await close(antibes, nour, 'reopen');
		expect(await stateOf(nour)).toMatchObject({ state: 'waiting' });
		await close(antibes, nour);
		await write(nour, nour, { body: 'Encore une question.' });
		expect(await stateOf(nour)).toMatchObject({ state: 'waiting', closedByName: null });
		expect(await outcomeOf(close(nour, nour))).toBe('NotFound');
		expect(await outcomeOf(close(valbonne, nour))).toBe('NotFound');
	});

	test('pages through a long exchange without losing or repeating a message', async () => {
		const nour = await inAntibes();
		for (let hour = 0; hour < 45; hour++) {
			setClock(Temporal.Instant.from('2026-11-01T08:00:00Z').add({ hours: hour }));
			await write(nour, nour, { body: `Message ${hour}` });
		}
		const pages = [
			await read(antibes, nour),
			await read(antibes, nour, 1),
			await read(antibes, nour, 2)
		];
		expect(pages.map(({ messages, more }) => [messages.length, more])).toEqual([
			[20, true],
			[20, true],
			[5, false]
		]);
		const bodies = pages.flatMap(({ messages }) => messages.map(({ body }) => body));
		expect(new Set(bodies).size).toBe(45);
		expect(bodies[0]).toBe('Message 44');
	});

	test('asks for a kind of paper; a sensitive one has its own way', async () => {
		const nour = await inAntibes();
		await write(antibes, nour, { askedCategory: 'tax_notice_n2' });
		expect((await read(nour, nour)).messages[0]?.askedCategory).toBe('tax_notice_n2');
		expect(await outcomeOf(write(antibes, nour, { askedCategory: 'medical_certificate' }))).toBe(
			'paper-unknown-kind'
		);
	});
});

test('a message once sent cannot be rewritten, by the application neither', async () => {
	const nour = await inAntibes();
	const { messageId } = await write(nour, nour);
	const rewritten = as(TESTING, (tx) =>
		tx
			.update(conversationMessage)
			.set({ body: 'autre' })
			.where(eq(conversationMessage.id, messageId))
	);
	await expect(rewritten).rejects.toThrow();
});
