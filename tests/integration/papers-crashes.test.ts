import { createHash, randomUUID } from 'node:crypto';
import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepPapers } from '../../src/jobs/sweep-papers.ts';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { Refused } from '../../src/lib/domain/errors.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { sealedObject } from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { deliverPaper, type Within } from '../../src/lib/server/documents/deliver-paper.ts';
import { keyringOf } from '../../src/lib/server/documents/keyring.ts';
import { receiveFile } from '../../src/lib/server/documents/receive-file.ts';
import { paperHealth } from '../../src/lib/server/documents/paper-health.ts';
import { rewrapPapers } from '../../src/lib/server/documents/rewrap-papers.ts';
import {
	keepObjects,
	openObject,
	sealObject,
	type NewObject
} from '../../src/lib/server/documents/sealed-objects.ts';
import { sweepOrphans } from '../../src/lib/server/documents/sweep-orphans.ts';
import { withdrawPaper } from '../../src/lib/server/documents/withdraw-paper.ts';
import { NO_ANTIVIRUS, type Antivirus } from '../../src/lib/server/ports/antivirus.ts';
import type { PaperStore, StorageArea } from '../../src/lib/server/ports/storage.ts';
import { metricsText } from '../../src/lib/server/metrics.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import {
	inParts,
	jpegBytes,
	MASTER_1,
	MASTER_2,
	objects,
	sealedContent,
	temporaryVault
} from '../support/papers/vault.ts';

const SWEEPER = system('sweep-orphans');
let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
	await forgetPapers();
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(() => vault.drop());

const file = () => ({
	fileName: 'carte.jpg',
	declaredType: 'image/jpeg',
	body: inParts(jpegBytes(100_000))
});
const what = () => ({
	personId: home.personId,
	category: 'national_id_card',
	sendingId: randomUUID()
});
const plainly: Within = (work) => unitOfWork(home.applicant, work);
const send = (within: Within = plainly, store: PaperStore = vault.store) =>
	deliverPaper({ store, ring: vault.ring }, home.applicant, file(), what, within);
const sweep = () => unitOfWork(SWEEPER, (tx) => sweepOrphans(tx, SWEEPER, { store: vault.store }));
const kept = () =>
	unitOfWork(system('test'), (tx) =>
		tx
			.select({ id: paper.id })
			.from(paper)
			.innerJoin(sealedObject, eq(sealedObject.paperId, paper.id))
	);
async function age(area: StorageArea, hours: number) {
	const then = (Temporal.Now.instant().epochMilliseconds - hours * 3_600_000) / 1000;
	for (const key of await objects(vault, area))
		await utimes(join(vault.folder, area, key), then, then);
}
const read = (paperId: string, ring = vault.ring) =>
	sealedContent({ store: vault.store, ring }, paperId);

describe('a crash leaves no paper without content', () => {
	it('after the file was written and before its row: the sweeper takes the file after an hour', async () => {
		await receiveFile(vault, { applicationId: home.applicationId, paperId: randomUUID() }, file());
		expect((await sweep()).removed).toBe(0);
		await age('incoming', 2);
		expect(await sweep()).toEqual({ removed: 1, rowsWithoutContent: [] });
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('after the file was promoted and before the commit: the sweeper takes the file after a day', async () => {
		const crash: Within = (work) =>
			unitOfWork(home.applicant, async (tx) => {
				const done = await work(tx);
				if (await tx.$count(paper)) throw new Error('the machine stopped');
				return done;
			});
		await expect(send(crash)).rejects.toThrow('the machine stopped');
		expect([await kept(), (await objects(vault, 'kept')).length]).toEqual([[], 1]);
		await age('kept', 2);
		expect((await sweep()).removed).toBe(0);
		await age('kept', 25);
		expect(await sweep()).toEqual({ removed: 1, rowsWithoutContent: [] });
	});

	it('when the file cannot be promoted: no row', async () => {
		const store = Object.create(vault.store, {
			promote: { value: () => Promise.reject(new Error('the disk is full')) },
			write: { value: vault.store.write.bind(vault.store) },
			remove: { value: vault.store.remove.bind(vault.store) }
		}) as PaperStore;
		await expect(send(plainly, store)).rejects.toThrow('the disk is full');
		expect([await kept(), await objects(vault, 'incoming')]).toEqual([[], []]);
	});

	it('when the answer to the commit is lost: the paper is there with its content', async () => {
		const lost: Within = async (work) => {
			const done = await unitOfWork(home.applicant, work);
			if ((await kept()).length > 0) throw new Error('the connection was lost');
			return done;
		};
		await expect(send(lost)).rejects.toThrow('the connection was lost');
		const [row] = await kept();
		expect(await read(row!.id)).toHaveLength(100_000);
		await age('kept', 48);
		expect(await sweep()).toEqual({ removed: 0, rowsWithoutContent: [] });
	});
});

describe('the sweeper', () => {
	it('finishes a withdrawal whose file could not be removed at once', async () => {
		const { paperId } = await send();
		await unitOfWork(home.applicant, (tx) => withdrawPaper(tx, home.applicant, { paperId }));
		await age('kept', 25);
		expect(await sweep()).toEqual({ removed: 1, rowsWithoutContent: [] });
	});

	it('names a paper whose content is gone', async () => {
		const { paperId } = await send();
		for (const key of await objects(vault, 'kept')) await vault.store.remove('kept', key);
		expect((await sweep()).rowsWithoutContent).toEqual([paperId]);
	});

	it('tells agents and the supervisor how many lost it, and of an antivirus whose signatures are old', async () => {
		const { paperId } = await send();
		const old = Temporal.Now.instant().subtract({ hours: 24 * 90 });
		const antivirus: Antivirus = {
			scan: () => Promise.resolve({ verdict: 'clean' }),
			state: () => Promise.resolve({ answers: true, version: '1.4.6', signaturesAt: old })
		};
		const agent = await agentOf('antibes');
		const health = () => unitOfWork(agent, (tx) => paperHealth(tx, agent));
		await sweepPapers({ vault, antivirus });
		expect(await health()).toMatchObject({ lost: 0, alarms: ['outdated'] });
		for (const key of await objects(vault, 'kept')) await vault.store.remove('kept', key);
		await sweepPapers({ vault, antivirus: NO_ANTIVIRUS });
		expect(await health()).toMatchObject({ lost: 1, alarms: ['lost', 'none'] });
		const { text } = await metricsText();
		expect(text).toMatch(/^papers_without_content 1$/m);
		expect(text).toMatch(/^antivirus_answers 0$/m);
		expect(text).not.toContain(paperId);
		await expect(
			unitOfWork(home.applicant, (tx) => paperHealth(tx, home.applicant))
		).rejects.toThrow(Refused);
	});

	it('works for the software alone', async () => {
		const sweeping = unitOfWork(home.applicant, (tx) =>
			sweepOrphans(tx, home.applicant, { store: vault.store })
		);
		await expect(sweeping).rejects.toThrow(Refused);
	});
});

describe('a rotation of the master key', () => {
	it('leaves every paper readable with the new key alone', async () => {
		const ids = [(await send()).paperId, (await send()).paperId];
		const rotation = system('rewrap-papers');
		const both = keyringOf([MASTER_2, MASTER_1]);
		const rewrap = () => unitOfWork(rotation, (tx) => rewrapPapers(tx, rotation, { ring: both }));
		expect([await rewrap(), await rewrap()]).toEqual([2, 0]);
		for (const id of ids) expect(await read(id, keyringOf([MASTER_2]))).toHaveLength(100_000);
		await expect(read(ids[0]!, keyringOf([MASTER_1]))).rejects.toThrow('no version "2"');
	});

	it('over a thousand objects rewraps their keys and nothing else, some at a time', async () => {
		const { paperId } = await send();
		const of = { applicationId: home.applicationId, paperId };
		const made: NewObject[] = [];
		for (let one = 1; one < 1_000; one += 1) {
			made.push(await sealObject(vault, of, 'page', inParts(Buffer.from(`page ${one}`))));
		}
		await unitOfWork(system('test'), (tx) => keepObjects(tx, vault.store, made));
		const before = await digestOfStore();

		const rotation = system('rewrap-papers');
		const both = keyringOf([MASTER_2, MASTER_1]);
		const rewrap = () => unitOfWork(rotation, (tx) => rewrapPapers(tx, rotation, { ring: both }));
		const counts: number[] = [];
		do counts.push(await rewrap());
		while (counts.at(-1)! > 0);
		expect(counts).toEqual([200, 200, 200, 200, 200, 0]);
		expect(await digestOfStore()).toEqual(before);
		const rows = await unitOfWork(system('test'), (tx) => tx.select().from(sealedObject));
		const alone = { store: vault.store, ring: keyringOf([MASTER_2]) };
		const lengths = new Map(made.map(({ id, byteSize }) => [id, byteSize]));
		for (const row of rows) {
			const bytes = Buffer.concat(await Array.fromAsync(openObject(alone, row)));
			expect(bytes).toHaveLength(lengths.get(row.id) ?? 100_000);
		}
		expect(new Set(rows.map(({ masterKeyVersion }) => masterKeyVersion))).toEqual(new Set(['2']));
	});

	/** What lies in the store, all of it. */
	async function digestOfStore(): Promise<string> {
		const hash = createHash('sha256');
		for (const key of (await objects(vault, 'kept')).sort()) {
			hash.update(key).update(await readFile(join(vault.folder, 'kept', key)));
		}
		return hash.digest('hex');
	}
});
