import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { paperPage } from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { removeKept } from '../../src/lib/server/documents/sealed-objects.ts';
import { withdrawPaper } from '../../src/lib/server/documents/withdraw-paper.ts';
import { runWorkshop } from '../../src/lib/server/documents/workshop/run-workshop.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { paperResponse } from '../../src/lib/server/documents/paper-response.ts';
import type { Tools } from '../../src/lib/server/documents/prepare-paper.ts';
import { acceptUnscanned } from '../../src/lib/server/documents/accept-unscanned.ts';
import { endWaiver } from '../../src/lib/server/documents/end-waiver.ts';
import { NO_ANTIVIRUS } from '../../src/lib/server/ports/antivirus.ts';
import { clamd } from '../../src/lib/server/ports/antivirus-clamd.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import { paperRow, prepareAll } from '../support/papers/prepare.ts';
import { photo } from '../support/papers/samples.ts';
import { sendOne } from '../support/papers/sending.ts';
import { objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let agent: Agent;
let head: Agent;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
	head = { ...agent, role: 'head', counterIds: [] };
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	await forgetPapers();
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
const look = <T>(work: (tx: Tx) => Promise<T>) => as(system('test'), work);
const send = async (bytes: Buffer, fileName = 'carte.jpg', declaredType = 'image/jpeg') =>
	(await sendOne(vault, home, { bytes, fileName, declaredType })).paperId;
const prepare = (others: Partial<Tools> = {}) => prepareAll(vault, others);
const page = (actor: Actor, paperId: string, number = 1) =>
	as(actor, (tx) => openPage(tx, actor, { paperId, number }));
const clean = (actor: Actor, paperId: string) =>
	as(actor, (tx) => openClean(tx, actor, { paperId }));
async function given(opened: Parameters<typeof paperResponse>[1]): Promise<Buffer> {
	const response = await paperResponse(vault, opened);
	const bytes = Buffer.from(await response.arrayBuffer());
	expect(response.headers.get('content-length')).toBe(String(bytes.length));
	return bytes;
}
const row = async (id: string) => (await paperRow(id))!;

describe('nobody sees anything of a paper', () => {
	it('before the antivirus has spoken; and each look of an agent leaves its line', async () => {
		const id = await send(await photo());
		for (const actor of [agent, home.applicant]) {
			await expect(page(actor, id)).rejects.toThrow(NotFound);
			await expect(clean(actor, id)).rejects.toThrow(NotFound);
		}
		await prepare();
		await page(agent, id);
		await clean(agent, id);
		const lines = await look((tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id))
		);
		expect(lines.map(({ action }) => action)).toEqual(['open-page', 'download-paper']);
	});

	it.each([
		['is absent', () => clamd({ address: '/nowhere/clamd.ctl' }), 'antivirus-absent'],
		['was never installed', () => NO_ANTIVIRUS, 'no-antivirus']
	])(
		'while the antivirus %s: it waits, agents know why, and it is tried again',
		async (_how, antivirus, why) => {
			const id = await send(await photo());
			await prepare({ antivirus: antivirus() });
			expect(await row(id)).toMatchObject({ scan: 'waiting', waitingFor: why, pageCount: 0 });
			await expect(page(agent, id)).rejects.toThrow(NotFound);
			expect(await prepare()).toBe(0);
			setClock('2026-11-23T09:01:00+01:00');
			expect(await prepare({ antivirus: antivirus() })).toBe(1);
			setClock('2026-11-23T09:02:59+01:00');
			expect(await prepare()).toBe(0);
			setClock('2026-11-23T09:03:00+01:00');
			expect(await prepare()).toBe(1);
			expect(await row(id)).toMatchObject({ scan: 'clean', waitingFor: null, pageCount: 1 });
		}
	);

	it('asks an antivirus that is away once, whatever the number of papers', async () => {
		await send(await photo(), 'a.jpg', 'image/jpeg');
		await send(await photo(), 'b.jpg', 'image/jpeg');
		let [asked, scanned] = [0, 0];
		const antivirus = {
			state: async () => ({ answers: false, why: 'antivirus-slow' }) as const,
			scan: async () => ({ verdict: 'none', why: 'antivirus-slow' }) as const
		};
		const counting = {
			state: () => ((asked += 1), antivirus.state()),
			scan: () => ((scanned += 1), antivirus.scan())
		};
		expect(await prepare({ antivirus: counting })).toBe(2);
		expect([asked, scanned]).toEqual([1, 0]);
	});
});

describe('a site without antivirus', () => {
	const statement = 'Nous acceptons ce risque jusqu’à la mise en place d’un antivirus.';

	it('accepts the risk in writing: papers are drawn, marked as unscanned, and the journal says who', async () => {
		const id = await send(await photo());
		await prepare({ antivirus: NO_ANTIVIRUS });
		await as(head, (tx) => acceptUnscanned(tx, head, { statement }));
		expect(await prepare({ antivirus: NO_ANTIVIRUS })).toBe(1);
		expect(await row(id)).toMatchObject({ scan: 'unscanned_accepted', pageCount: 1 });
		expect((await given(await page(agent, id))).length).toBeGreaterThan(100);
		const lines = await look((tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.action, 'accept-unscanned-papers'))
		);
		expect(lines).toMatchObject([{ actorKind: 'agent', actorId: head.staffId }]);

		await as(head, (tx) => endWaiver(tx, head));
		const next = await send(await photo());
		await prepare({ antivirus: NO_ANTIVIRUS });
		expect(await row(next)).toMatchObject({ scan: 'waiting', waitingFor: 'no-antivirus' });
	});

	it('cannot be made so by an agent, nor in one word; and it never covers an antivirus that fails', async () => {
		await expect(as(agent, (tx) => acceptUnscanned(tx, agent, { statement }))).rejects.toThrow(
			Refused
		);
		await expect(
			as(head, (tx) => acceptUnscanned(tx, head, { statement: 'oui' }))
		).rejects.toMatchObject({ rule: 'statement-length' });
		await as(head, (tx) => acceptUnscanned(tx, head, { statement }));
		const id = await send(await photo());
		await prepare({ antivirus: clamd({ address: '/nowhere/clamd.ctl' }) });
		expect(await row(id)).toMatchObject({ scan: 'waiting', waitingFor: 'antivirus-absent' });
		await as(head, (tx) => endWaiver(tx, head));
	});
});

describe('two workers', () => {
	it('prepare each paper once', async () => {
		const ids = [];
		for (const name of ['a', 'b', 'c']) {
			ids.push(await send(await photo(), `${name}.jpg`, 'image/jpeg'));
		}
		const taken = await Promise.all([prepare(), prepare()]);
		expect(taken.reduce((sum, count) => sum + count)).toBe(3);
		expect(await look((tx) => tx.select().from(paperPage))).toHaveLength(3);
	});

	it('find a paper that was taken back meanwhile, and keep nothing of it', async () => {
		const id = await send(await photo());
		await prepare({
			draw: async function* (type, body) {
				yield* runWorkshop(type, body);
				const { storageKeys } = await as(home.applicant, (tx) =>
					withdrawPaper(tx, home.applicant, { paperId: id })
				);
				await removeKept(vault.store, storageKeys);
			}
		});
		expect(await row(id)).toMatchObject({ state: 'deleted', pageCount: 0, prepareAt: null });
		expect([...(await objects(vault, 'incoming')), ...(await objects(vault, 'kept'))]).toEqual([]);
	});
});
