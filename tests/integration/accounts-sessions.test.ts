import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { identify } from '../../src/lib/server/accounts/identify.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { SESSION_COOKIE, setSessionCookie } from '../../src/lib/server/accounts/session-cookie.ts';
import { signOut } from '../../src/lib/server/accounts/sign-out.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicantAccount, session } from '../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { newLetter, TESTING } from '../support/accounts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const MORNING = Temporal.Instant.from('2026-11-23T09:00:00+01:00');
let database: TestDatabase;
let applicationId: string;
let accountId: string;

beforeAll(async () => {
	database = await testDatabase();
	setClock(MORNING);
	({ applicationId } = await newLetter());
	accountId = await unitOfWork(TESTING, async (tx) => {
		const [account] = await tx
			.select({ id: applicantAccount.id })
			.from(applicantAccount)
			.where(eq(applicantAccount.applicationId, applicationId));
		return account?.id ?? '';
	});
});
beforeEach(() => setClock(MORNING));
afterAll(() => database.drop());

const start = (previous: string | null = null) =>
	unitOfWork(TESTING, (tx) => startSession(tx, `applicant:${accountId}`, previous));

/** A browser that shows one cookie and notes whether it is taken back. */
async function visit(secret: string | undefined) {
	const cleared: string[] = [];
	const cookies = { get: () => secret, delete: (name: string) => void cleared.push(name) };
	const { actor } = await identify(cookies);
	return { kind: actor.kind, actor, cleared };
}

const stored = (secret: string) =>
	unitOfWork(TESTING, async (tx) => {
		const id = createHash('sha256').update(secret).digest('hex');
		const [row] = await tx.select().from(session).where(eq(session.id, id));
		return row;
	});

const minutesLater = (minutes: number) => setClock(MORNING.add({ minutes }));

test('a cookie says who the applicant is', async () => {
	const { actor } = await visit(await start());
	expect(actor).toEqual({ kind: 'applicant', accountId, applicationId });
});

test('a visitor without a cookie stays a visitor', async () => {
	expect(await visit(undefined)).toEqual({ kind: 'visitor', actor: VISITOR, cleared: [] });
});

test('an invented cookie is taken back', async () => {
	for (const invented of ['x', 'a'.repeat(52), "' or 1=1 --"]) {
		expect(await visit(invented)).toMatchObject({ kind: 'visitor', cleared: [SESSION_COOKIE] });
	}
});

test('the table holds the hash of the cookie, and the hash opens nothing', async () => {
	const secret = await start();
	const rows = await unitOfWork(TESTING, (tx) => tx.select().from(session));
	expect(JSON.stringify(rows)).not.toContain(secret);
	expect(rows.length).toBeGreaterThan(0);
	for (const { id } of rows) expect((await visit(id)).kind).toBe('visitor');
	// Also past the check of the cookie's form:
	for (const { id } of rows)
		expect((await visit(id.slice(0, 52).replace(/[^a-f]/g, '2'))).kind).toBe('visitor');
});

test('a session left alone for thirty minutes is over', async () => {
	const secret = await start();
	minutesLater(30);
	expect(await visit(secret)).toMatchObject({ kind: 'visitor', cleared: [SESSION_COOKIE] });
	minutesLater(0);
	expect((await visit(secret)).kind).toBe('visitor');
});

test('each use gives thirty minutes again, also early in the thirty', async () => {
	const secret = await start();
	for (const minutes of [5, 34, 50, 79]) {
		minutesLater(minutes);
		expect((await visit(secret)).kind).toBe('applicant');
	}
	minutesLater(109);
	expect((await visit(secret)).kind).toBe('visitor');
});

test('however much it is used, a session ends after eight hours', async () => {
	const secret = await start();
	for (let minutes = 0; minutes < 480; minutes += 20) {
		minutesLater(minutes);
		expect((await visit(secret)).kind).toBe('applicant');
	}
	minutesLater(479);
	expect((await visit(secret)).kind).toBe('applicant');
	const row = await stored(secret);
	expect(row?.expiresAt).toEqual(MORNING.add({ hours: 8 }));
	expect(row?.endsAt).toEqual(MORNING.add({ hours: 8 }));
	minutesLater(480);
	expect((await visit(secret)).kind).toBe('visitor');
});

test('signing in again gives a new secret and ends the old session', async () => {
	const old = await start();
	const fresh = await start(old);
	expect(fresh).not.toBe(old);
	expect((await visit(old)).kind).toBe('visitor');
	expect((await visit(fresh)).kind).toBe('applicant');
});

test('signing out ends the session on the server; twice is no error', async () => {
	const [secret, other] = [await start(), await start()];
	await unitOfWork(TESTING, (tx) => signOut(tx, VISITOR, { secret }));
	await unitOfWork(TESTING, (tx) => signOut(tx, VISITOR, { secret }));
	expect((await visit(secret)).kind).toBe('visitor');
	expect((await visit(other)).kind).toBe('applicant');
});

test('the cookie is bound to this host, hidden from scripts and ends with the browser', () => {
	const set: unknown[] = [];
	setSessionCookie({ set: (...given) => void set.push(given) }, 'secret');
	expect(set).toEqual([
		['__Host-session', 'secret', { path: '/', secure: true, httpOnly: true, sameSite: 'lax' }]
	]);
});
