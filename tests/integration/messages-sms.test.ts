import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { now, setClock } from '../../src/lib/server/clock.ts';
import { message, messageReceipt } from '../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';
import { sendDueMessage } from '../../src/lib/server/notifications/send-due-message.ts';
import { httpSms } from '../../src/lib/server/ports/sms-http.ts';
import { MONDAY, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** Text messages leave by a real HTTP conversation; the provider's answer decides what comes of them. */
type Asked = { headers: Record<string, unknown>; body: unknown };
let database: TestDatabase;
let server: Server;
let asked: Asked[];
let status: number;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

const SETTINGS = {
	SMS_HEADER: 'api-key: secret:of:ours',
	SMS_SENDER: 'Logement',
	SMS_BODY: '{"sender":"{from}","recipient":"{to}","content":"{text}","type":"transactional"}',
	SMS_PER_NUMBER: '2',
	SMS_PER_DAY: '3'
};

beforeEach(async () => {
	asked = [];
	status = 201;
	server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			asked.push({ headers: request.headers, body: JSON.parse(text) });
			// 0: the provider never answers.
			if (status) response.writeHead(status).end('{}');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	Object.assign(process.env, SETTINGS, { SMS_URL: `http://127.0.0.1:${port}/sms` });
	forgetEnvironment();
	setClock(MONDAY);
	await unitOfWork(TESTING, (tx) => tx.update(message).set({ state: 'dropped' }));
});
afterEach(async () => {
	for (const name of ['SMS_URL', ...Object.keys(SETTINGS)]) delete process.env[name];
	forgetEnvironment();
	setClock();
	server.closeAllConnections();
	await new Promise<unknown>((done) => server.close(done));
});

async function queue(recipient: string, body = 'Jeudi 3 décembre à 9 h 30.'): Promise<string> {
	const at = { dueAt: now(), createdAt: now() };
	const what = { kind: 'test', channel: 'sms', locale: 'fr', subject: '' } as const;
	const [row] = await unitOfWork(TESTING, (tx) =>
		tx
			.insert(message)
			.values({ ...what, ...at, recipient, body })
			.returning({ id: message.id })
	);
	return row!.id;
}

const sendOne = () => unitOfWork(TESTING, (tx) => sendDueMessage(tx));

async function whatCameOf(id: string) {
	return unitOfWork(TESTING, async (tx) => {
		const [row] = await tx.select().from(message).where(eq(message.id, id));
		const receipts = await tx.select().from(messageReceipt).where(eq(messageReceipt.messageId, id));
		return { state: row!.state, outcomes: receipts.map(({ outcome }) => outcome) };
	});
}

test('a text leaves once, in the shape the provider wants, with a receipt', async () => {
	const id = await queue('06 12 34 56 01', 'Votre "rendez-vous" {to}');
	await sendOne();
	expect(await sendOne()).toBe(false);
	expect(asked).toHaveLength(1);
	expect(asked[0]!.headers).toMatchObject({ 'api-key': 'secret:of:ours', 'idempotency-key': id });
	expect(asked[0]!.body).toEqual({
		sender: 'Logement',
		recipient: '+33612345601',
		content: 'Votre "rendez-vous" {to}',
		type: 'transactional'
	});
	expect(await whatCameOf(id)).toEqual({ state: 'sent', outcomes: ['sent'] });
});

test('a text leaves in the signs of text messages, so that it is not counted as several', async () => {
	await queue('0612345605', 'Détails\u00a0: jusqu’au «\u00a03\u202fdécembre\u00a0»…');
	await sendOne();
	expect(asked[0]!.body).toMatchObject({ content: 'Détails : jusqu\'au "3 décembre"...' });
});

test('a number the provider refuses is not tried again; a fault of the provider is', async () => {
	status = 400;
	const refused = await queue('0612345602');
	await sendOne();
	expect(await whatCameOf(refused)).toEqual({ state: 'failed', outcomes: ['refused'] });
	status = 503;
	const later = await queue('0612345603');
	await sendOne();
	expect(await whatCameOf(later)).toEqual({ state: 'queued', outcomes: ['deferred'] });
	status = 200;
	setClock(now().add({ minutes: 2 }));
	await sendOne();
	expect(await whatCameOf(later)).toEqual({ state: 'sent', outcomes: ['deferred', 'sent'] });
});

test('a provider that never answers does not keep us waiting: the text is tried again', async () => {
	status = 0;
	const url = process.env['SMS_URL']!;
	const provider = { url, header: 'a: b', sender: 'L', template: '{"to":"{to}"}', timeout: 50 };
	const answer = await httpSms(provider)({ id: 'x', to: '+33612345604', body: '' });
	expect(answer).toEqual({ outcome: 'deferred', detail: 'sms unreachable' });
	expect(asked).toHaveLength(1);
});

test('a foreign number costs nothing: the provider is not even asked', async () => {
	const id = await queue('+44 7700 900123');
	await sendOne();
	expect(await whatCameOf(id)).toEqual({ state: 'failed', outcomes: ['refused'] });
	expect(asked).toEqual([]);
});

test('one number gets its share, then everybody the budget of the day; the next day all goes on', async () => {
	setClock('2026-11-25T09:00:00+01:00');
	const mine = [await queue('0612345605'), await queue('0612345605'), await queue('0612345605')];
	for (const _ of mine) await sendOne();
	expect((await Promise.all(mine.map(whatCameOf))).map(({ state }) => state).toSorted()).toEqual([
		'failed',
		'sent',
		'sent'
	]);
	await queue('0612345606');
	await sendOne();
	const over = await queue('0612345607');
	await sendOne();
	expect(await whatCameOf(over)).toEqual({ state: 'queued', outcomes: ['deferred'] });
	setClock('2026-11-26T09:00:00+01:00');
	await sendOne();
	expect(await whatCameOf(over)).toEqual({ state: 'sent', outcomes: ['deferred', 'sent'] });
});
