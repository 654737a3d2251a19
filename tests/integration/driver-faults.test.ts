import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { recordAudit } from '../../src/lib/server/audit/record-audit.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/**
 * Why the driver is `pg` (docs/decisions/003): connections die in the middle of transactions, and nothing may hang,
 * escape as an uncaught error, or be half-written. The work is bounded by counts, never by a clock.
 */
const WRITERS = 8;
const TERMINATIONS = 150;

let database: TestDatabase;
const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);

beforeAll(async () => {
	database = await testDatabase();
	process.on('uncaughtException', note);
	process.on('unhandledRejection', note);
});
afterAll(async () => {
	process.off('uncaughtException', note);
	process.off('unhandledRejection', note);
	await database.drop();
});

/** Two rows that belong together, with a moment between them in which the connection can die. */
async function writeTwice(subject: string): Promise<void> {
	await unitOfWork(system('fault-test'), async (tx) => {
		const line = { applicationId: null, subjectKind: 'fault', subjectId: subject };
		await recordAudit(tx, system('fault-test'), { ...line, action: 'first' });
		await tx.execute('select pg_sleep(0.005)');
		await recordAudit(tx, system('fault-test'), { ...line, action: 'second' });
	});
}

/** Ends random connections of the application, as a failing network or an administrator would. */
async function terminateRandomly(admin: pg.Client): Promise<number> {
	let ended = 0;
	while (ended < TERMINATIONS) {
		const { rowCount } = await admin.query(`
			select pg_terminate_backend(pid) from pg_stat_activity
			where usename = 'guichet_web' and datname = current_database() order by random() limit 1`);
		ended += rowCount ?? 0;
		await admin.query('select pg_sleep(0.01)');
	}
	return ended;
}

async function writeUntil(done: () => boolean): Promise<{ written: string[]; failed: number }> {
	const written: string[] = [];
	let failed = 0;
	while (!done()) {
		const subject = randomUUID();
		try {
			await writeTwice(subject);
			written.push(subject);
		} catch {
			failed += 1;
		}
	}
	return { written, failed };
}

test('random connections die during transactions: nothing hangs, nothing escapes, nothing is half-written', async () => {
	const admin = new pg.Client(database.adminUrl);
	await admin.connect();
	let over = false;
	const writers = Array.from({ length: WRITERS }, () => writeUntil(() => over));
	const ended = await terminateRandomly(admin).finally(() => (over = true));
	// A transaction that hangs keeps its writer from ending, and the test with it.
	const results = await Promise.all(writers);

	const written = results.flatMap((result) => result.written);
	const failed = results.reduce((sum, result) => sum + result.failed, 0);
	const { rows } = await admin.query<{ subject_id: string; lines: string }>(
		`select subject_id, count(*) as lines from audit_entry where subject_kind = 'fault' group by subject_id`
	);
	await admin.end();

	const stored = new Map(rows.map((row) => [row.subject_id, Number(row.lines)]));
	expect(ended).toBeGreaterThanOrEqual(TERMINATIONS);
	expect(failed).toBeGreaterThan(0);
	expect(written.length).toBeGreaterThan(0);
	expect([...stored.values()].filter((lines) => lines !== 2)).toEqual([]);
	expect(written.filter((subject) => !stored.has(subject))).toEqual([]);
	expect(uncaught).toEqual([]);
});

test('after the faults the pool serves again', async () => {
	await expect(writeTwice(randomUUID())).resolves.toBeUndefined();
});
