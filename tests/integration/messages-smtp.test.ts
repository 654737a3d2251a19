import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { now, setClock } from '../../src/lib/server/clock.ts';
import { message, messageReceipt } from '../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';
import { sendDueMessage } from '../../src/lib/server/notifications/send-due-message.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** Messages leave by a real SMTP conversation; the server's answer decides what comes of them. */
const actor = system('messages-test');
let database: TestDatabase;
let server: SMTPServer;
let received: string[];
let answer: Error | null;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
	received = [];
	answer = null;
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			let text = '';
			stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
			stream.on('end', () => {
				if (!answer) received.push(text);
				done(answer);
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as { port: number };
	process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
	forgetEnvironment();
});
afterEach(async () => {
	delete process.env.SMTP_URL;
	setClock();
	await new Promise<void>((done) => server.close(done));
});

async function queue(recipient: string): Promise<string> {
	return unitOfWork(actor, async (tx) => {
		const values = {
			kind: 'test',
			channel: 'email' as const,
			recipient,
			locale: 'fr',
			subject: 'Votre rendez-vous est réservé',
			body: 'Jeudi 3 décembre à 9 h 30.',
			dueAt: now(),
			createdAt: now()
		};
		const [row] = await tx.insert(message).values(values).returning({ id: message.id });
		return row!.id;
	});
}

const sendOne = () => unitOfWork(actor, (tx) => sendDueMessage(tx));

async function whatCameOf(id: string) {
	return unitOfWork(actor, async (tx) => {
		const rows = await tx.select().from(message);
		const receipts = await tx.select().from(messageReceipt);
		const outcomes = receipts
			.filter((receipt) => receipt.messageId === id)
			.map((receipt) => receipt.outcome);
		return { state: rows.find((row) => row.id === id)!.state, outcomes };
	});
}

function refusal(code: number): Error {
	return Object.assign(new Error('no'), { responseCode: code });
}

test('a message that is due leaves once, with a receipt', async () => {
	const id = await queue('amina@demo.test');
	expect(await sendOne()).toBe(true);
	expect(await sendOne()).toBe(false);
	expect(received).toHaveLength(1);
	expect(received[0]).toContain('To: amina@demo.test');
	expect(await whatCameOf(id)).toEqual({ state: 'sent', outcomes: ['sent'] });
});

test('an address the mail server refuses for good is not tried again', async () => {
	answer = refusal(550);
	const id = await queue('nobody@demo.test');
	await sendOne();
	expect(await whatCameOf(id)).toEqual({ state: 'failed', outcomes: ['refused'] });
	expect(await sendOne()).toBe(false);
});

test('a mail server that is busy is asked again later, until the message leaves', async () => {
	answer = refusal(451);
	const id = await queue('later@demo.test');
	await sendOne();
	expect(await sendOne()).toBe(false);
	expect(await whatCameOf(id)).toEqual({ state: 'queued', outcomes: ['deferred'] });
	answer = null;
	setClock(now().add({ minutes: 2 }));
	expect(await sendOne()).toBe(true);
	expect(await whatCameOf(id)).toEqual({ state: 'sent', outcomes: ['deferred', 'sent'] });
});

test('after five tries in vain the message has failed and says so', async () => {
	answer = refusal(451);
	const id = await queue('never@demo.test');
	for (let attempt = 0; attempt < 5; attempt += 1) {
		await sendOne();
		setClock(now().add({ hours: 3 }));
	}
	const { state, outcomes } = await whatCameOf(id);
	expect(state).toBe('failed');
	expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'deferred'));
});
