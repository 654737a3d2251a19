import { readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '../../src/lib/domain/accounts/actor.ts';
import { WORKSHOP_LIMITS } from '../../src/lib/domain/documents/page-limits.ts';
import { NotFound } from '../../src/lib/domain/errors.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { runWorkshop } from '../../src/lib/server/documents/workshop/run-workshop.ts';
import type { Antivirus } from '../../src/lib/server/ports/antivirus.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf, makeHousehold, type Household } from '../support/papers/household.ts';
import { paperRow, prepareAll } from '../support/papers/prepare.ts';
import { endlessPdf, hugePicturePdf, pdf, pdfBomb, photo } from '../support/papers/samples.ts';
import { sendOne } from '../support/papers/sending.ts';
import { inParts, objects, temporaryVault } from '../support/papers/vault.ts';

/** The workshop opens what people send: what it may cost, and that it is gone afterwards, whatever was in the file. */
let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let agent: Agent;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
});
beforeEach(async () => {
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(async () => {
	await vault.drop();
	await database.drop();
});

/** One that finds nothing in anything. */
const CREDULOUS: Antivirus = {
	scan: () => Promise.resolve({ verdict: 'clean' }),
	state: () => Promise.resolve({ answers: true, version: 'none', signaturesAt: null })
};
const send = (bytes: Buffer) =>
	sendOne(vault, home, { bytes, fileName: 'avis.pdf', declaredType: 'application/pdf' });
const draw = (bytes: Buffer, type = 'application/pdf') =>
	Array.fromAsync(runWorkshop(type, inParts(bytes)));

/** The most that a workshop of ours holds in memory, looked at until `work` ends; and how many are left after it. */
async function watched<T>(work: () => Promise<T>) {
	let most = 0;
	const look = async () => {
		for (const pid of await workshops()) most = Math.max(most, await residentBytes(pid));
	};
	const timer = setInterval(() => void look(), 20);
	const outcome = await work().then(
		() => 'done',
		(error: Error) => ('trouble' in error ? String(error.trouble) : error.name)
	);
	clearInterval(timer);
	return { outcome, most, left: (await workshops()).length };
}

async function workshops(): Promise<number[]> {
	const found: number[] = [];
	for (const task of await readdir('/proc/self/task')) {
		const children = await readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '');
		found.push(...children.split(' ').filter(Boolean).map(Number));
	}
	const lines = await Promise.all(
		found.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
	);
	return found.filter((_, index) => lines[index]!.includes('workshop/main.ts'));
}

async function residentBytes(pid: number): Promise<number> {
	const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
	return Number(statm.split(' ')[1]) * 4_096;
}

describe('the workshop', () => {
	it('draws an ordinary file well within its limits, and is gone', async () => {
		const { outcome, most, left } = await watched(async () => draw(await pdf(3)));
		expect([outcome, left]).toEqual(['done', 0]);
		expect(most).toBeLessThan(WORKSHOP_LIMITS.memoryBytes);
	});

	it('is ended by its processor time, in the middle of a page that would take hours', async () => {
		const file = await endlessPdf();
		expect(file.length).toBeLessThan(10_000);
		expect(await watched(() => draw(file))).toMatchObject({ outcome: 'too-heavy', left: 0 });
	});

	it('never holds the 1.2 GB that a small picture unfolds to', async () => {
		const { most, left } = await watched(async () => draw(await hugePicturePdf()));
		expect(left).toBe(0);
		expect(most).toBeGreaterThan(0);
		// Looked at five times a second: it may pass the limit for a moment.
		expect(most).toBeLessThan(2 * WORKSHOP_LIMITS.memoryBytes);
	});

	it('is ended by its memory, whatever takes it', async () => {
		const { outcome, most, left } = await watched(async () => draw(await pdfBomb(1_000_000_000)));
		// Which limit it meets first, the process's own or the one watched from outside, is the machine's affair.
		expect(outcome).toMatch(/^(too-heavy|damaged)$/);
		expect([left, most < 2 * WORKSHOP_LIMITS.memoryBytes]).toEqual([0, true]);
	});

	it('is ended when whoever asked for pages wants no more of them', async () => {
		const pages = runWorkshop('image/jpeg', inParts(await photo()));
		await pages.next();
		await pages.return(undefined);
		expect(await workshops()).toEqual([]);
	});
});

describe('a PDF of 1 MB that unfolds to 1 GB', () => {
	it('goes over the limits of the antivirus: it waits, seen by nobody, and agents know why', async () => {
		const { paperId } = await send(await pdfBomb(1_000_000_000));
		await prepareAll(vault);
		expect(await paperRow(paperId)).toMatchObject({
			state: 'received',
			scan: 'waiting',
			waitingFor: 'antivirus-limit',
			pageCount: 0
		});
		const look = unitOfWork(agent, (tx) => openPage(tx, agent, { paperId, number: 1 }));
		await expect(look).rejects.toThrow(NotFound);
	});

	it('past an antivirus that says nothing against it, is ended by the limits of the workshop', async () => {
		const { paperId } = await send(await pdfBomb(1_000_000_000));
		await prepareAll(vault, { antivirus: CREDULOUS });
		const trouble = expect.stringMatching(/^(too-heavy|damaged)$/);
		expect(await paperRow(paperId)).toMatchObject({ state: 'to_resend', trouble });
		expect([...(await objects(vault, 'incoming')), ...(await objects(vault, 'kept'))]).toEqual([]);
	});
});
