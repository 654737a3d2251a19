import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import {
	paperFile,
	paperPage,
	sealedObject
} from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { openObject } from '../../src/lib/server/documents/sealed-objects.ts';
import { sweepOrphans } from '../../src/lib/server/documents/sweep-orphans.ts';
import type { StorageArea } from '../../src/lib/server/ports/storage.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { forgetPapers, makeHousehold } from '../support/papers/household.ts';
import { prepareAll } from '../support/papers/prepare.ts';
import { objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const SWEEPER = system('sweep-orphans');
const look = <T>(work: Parameters<typeof unitOfWork<T>>[1]) => unitOfWork(system('test'), work);

/** A process of its own, on this database. @returns its signal, or how many steps it made when it was not killed */
async function run(words: object): Promise<{ killed: boolean; steps: number }> {
	const child = spawn(
		process.execPath,
		['tests/support/papers/dying-worker.ts', JSON.stringify(words)],
		{
			cwd: root,
			env: { ...process.env, FAKE_NOW: '2026-11-23T09:00:00+01:00', LOG_LEVEL: 'silent' },
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	const said = text(child.stdout);
	const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
	if (signal !== 'SIGKILL') expect(code).toBe(0);
	return { killed: signal === 'SIGKILL', steps: Number(await said) };
}

/** PostgreSQL notices in a moment that a process is gone: what it was doing is then taken back, and its locks with it. */
const noticed = () =>
	expect
		.poll(() => look((tx) => tx.execute(OTHERS_AT_WORK).then(({ rows }) => rows)), {
			timeout: 120_000
		})
		.toEqual([]);
const OTHERS_AT_WORK = sql`select pid from pg_stat_activity
	where datname = current_database() and pid <> pg_backend_pid()
		and backend_type = 'client backend' and state <> 'idle'`;

/** What the sweeper finds of a day that has gone by since. */
async function sweepTomorrow(vault: Awaited<ReturnType<typeof temporaryVault>>) {
	const then = Temporal.Now.instant().epochMilliseconds / 1_000 - 30 * 3_600;
	for (const area of ['incoming', 'kept'] satisfies StorageArea[]) {
		for (const key of await objects(vault, area)) {
			await utimes(join(vault.folder, area, key), then, then);
		}
	}
	return unitOfWork(SWEEPER, (tx) => sweepOrphans(tx, SWEEPER, { store: vault.store }));
}

/** One killing: what the next worker finishes, and what is left in the end. */
async function survive(dieAt: number) {
	await forgetPapers();
	const vault = await temporaryVault();
	try {
		setClock('2026-11-23T09:00:00+01:00');
		const { applicant, personId } = await makeHousehold();
		const { killed, steps } = await run({ folder: vault.folder, applicant, personId, dieAt });
		await noticed();
		// Later than the lease of whoever had it.
		setClock('2026-11-23T09:20:00+01:00');
		await prepareAll(vault);
		const { rowsWithoutContent } = await sweepTomorrow(vault);
		const [papers, files, pages, sealed] = await look((tx) =>
			Promise.all([
				tx.select().from(paper),
				tx.$count(paperFile),
				tx.$count(paperPage),
				tx.select().from(sealedObject)
			])
		);
		for (const row of sealed) await Array.fromAsync(openObject(vault, row));
		const kept = (await objects(vault, 'kept')).sort();
		expect(rowsWithoutContent, `killed at step ${dieAt}`).toEqual([]);
		expect(await objects(vault, 'incoming')).toEqual([]);
		expect(kept).toEqual(sealed.map(({ storageKey }) => storageKey).sort());
		const roles = sealed.map(({ role }) => role).sort();
		// Killed before it was taken in, there is nothing at all: the phone sends it again. Else it is whole and ready.
		if (papers.length === 0) expect([files, pages, roles]).toEqual([0, 0, []]);
		else {
			expect(papers).toMatchObject([{ state: 'received', scan: 'clean', prepareAt: null }]);
			expect(papers[0]!.pageCount).toBe(pages);
			expect(pages).toBeGreaterThan(0);
			expect(roles.filter((role) => role !== 'page')).toEqual(['clean']);
		}
		return { killed, steps, taken: papers.length };
	} finally {
		await vault.drop();
	}
}

it('a process killed at any step of the pipeline leaves nothing half done: the next one finishes', async () => {
	const { steps, killed, taken } = await survive(0);
	expect([killed, taken]).toEqual([false, 1]);
	expect(steps).toBeGreaterThan(20);
	const takenIn: number[] = [];
	for (let dieAt = 1; dieAt <= steps; dieAt += 1) {
		const after = await survive(dieAt);
		expect(after.killed, `step ${dieAt}`).toBe(true);
		takenIn.push(after.taken);
	}
	// Once it was taken in it is never lost again.
	expect(takenIn).toEqual(takenIn.toSorted());
	expect(takenIn[0]).toBe(0);
	expect(takenIn.at(-1)).toBe(1);
}, 600_000);
