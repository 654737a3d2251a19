import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { eq } from 'drizzle-orm';
import webpush from 'web-push';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { signOut } from '../../src/lib/server/accounts/sign-out.ts';
import { pushSubscription } from '../../src/lib/server/db/schema/accounts.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';
import { keepSubscription } from '../../src/lib/server/notifications/keep-subscription.ts';
import { pushNews } from '../../src/lib/server/notifications/push-news.ts';
import { queueMessage } from '../../src/lib/server/notifications/queue-message.ts';
import { sendDueMessage } from '../../src/lib/server/notifications/send-due-message.ts';
import { as, newApplicant, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** A push service on this machine, and a phone that reads what it receives with its own key (RFC 8291). */
type Received = { headers: Record<string, unknown>; text: string };
const ece = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as {
	decrypt(body: Buffer, options: object): Buffer;
};
let database: TestDatabase;
let server: Server;
let received: Received[];
let status: number;
let endpoint: string;
const phone = createECDH('prime256v1');
phone.generateKeys();
const auth = randomBytes(16);

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
	received = [];
	status = 201;
	server = createServer(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const body = Buffer.concat(parts);
		const text = ece
			.decrypt(body, {
				version: 'aes128gcm',
				privateKey: phone,
				authSecret: auth.toString('base64url')
			})
			.toString();
		received.push({ headers: request.headers, text });
		response.writeHead(status).end();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	endpoint = `http://127.0.0.1:${port}/phone/${randomBytes(6).toString('hex')}`;
	const { publicKey, privateKey } = webpush.generateVAPIDKeys();
	Object.assign(process.env, { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
	forgetEnvironment();
	await as(TESTING, (tx) => tx.update(message).set({ state: 'dropped' }));
});
afterEach(async () => {
	delete process.env['VAPID_PUBLIC_KEY'];
	delete process.env['VAPID_PRIVATE_KEY'];
	forgetEnvironment();
	server.closeAllConnections();
	await new Promise<unknown>((done) => server.close(done));
});

async function subscribed(who?: Applicant) {
	const applicant = who ?? (await newApplicant({ email: 'a@exemple.test', locale: 'ar' }));
	const secret = await as(TESTING, (tx) =>
		startSession(tx, `applicant:${applicant.accountId}`, null, 'own')
	);
	const p256dh = phone.getPublicKey('base64url');
	await as(applicant, (tx) =>
		keepSubscription(tx, applicant, {
			endpoint,
			p256dh,
			auth: auth.toString('base64url'),
			sessionSecret: secret
		})
	);
	return { applicant, secret };
}

const subscriptions = () =>
	as(TESTING, (tx) =>
		tx.select().from(pushSubscription).where(eq(pushSubscription.endpoint, endpoint))
	);

test('a phone is told that there is news, in its language, and nothing of what it is', async () => {
	const { applicant } = await subscribed();
	await as(TESTING, (tx) =>
		queueMessage(tx, TESTING, {
			kind: 'test',
			applicationId: applicant.applicationId,
			write: () => ({ subject: 'Secret de dossier', body: 'Secret de dossier', attachment: null })
		})
	);
	await as(TESTING, sendDueMessage);
	expect(received).toHaveLength(1);
	const { notification } = JSON.parse(received[0]!.text);
	expect(notification).toMatchObject({ body: 'أخبار عن طلبك', lang: 'ar' });
	expect(notification.navigate).toMatch(/\/ar\/espace$/);
	expect(received[0]!.text).not.toContain('Secret');
	expect(received[0]!.headers['authorization']).toMatch(/^vapid t=/);
	expect(received[0]!.headers['topic']).toBe('demande');
});

test('signing out ends the notifications of that phone', async () => {
	const { applicant, secret } = await subscribed();
	expect(await subscriptions()).toHaveLength(1);
	await as(applicant, (tx) => signOut(tx, applicant, { secret }));
	expect(await subscriptions()).toEqual([]);
	await as(TESTING, (tx) => pushNews(tx, applicant.applicationId));
	expect(received).toEqual([]);
});

test('the next person on the same phone is told of their own request only', async () => {
	const first = await subscribed();
	const second = await subscribed(await newApplicant());
	await as(TESTING, (tx) => pushNews(tx, first.applicant.applicationId));
	expect(received).toEqual([]);
	expect(await as(TESTING, (tx) => pushNews(tx, second.applicant.applicationId))).toBe(1);
});

test('a phone that wants no more is forgotten; a push service that is away is not', async () => {
	const { applicant } = await subscribed();
	status = 503;
	expect(await as(TESTING, (tx) => pushNews(tx, applicant.applicationId))).toBe(0);
	expect(await subscriptions()).toHaveLength(1);
	status = 410;
	await as(TESTING, (tx) => pushNews(tx, applicant.applicationId));
	expect(await subscriptions()).toEqual([]);
});

test('our server is not made to call an address that is no push service', async () => {
	const applicant = await newApplicant();
	const secret = await as(TESTING, (tx) =>
		startSession(tx, `applicant:${applicant.accountId}`, null)
	);
	const asked = { endpoint: 'https://interne.exemple.test/x', p256dh: 'x', auth: 'y' };
	await expect(
		as(applicant, (tx) => keepSubscription(tx, applicant, { ...asked, sessionSecret: secret }))
	).rejects.toMatchObject({ rule: 'push-address' });
});

test('without keys nothing is sent', async () => {
	const { applicant } = await subscribed();
	delete process.env['VAPID_PRIVATE_KEY'];
	forgetEnvironment();
	expect(await as(TESTING, (tx) => pushNews(tx, applicant.applicationId))).toBe(0);
	expect(received).toEqual([]);
});
