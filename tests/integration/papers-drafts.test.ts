import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import {
	DRAFT_DAYS,
	FILE_BYTES_MAX,
	REQUEST_FILES_MAX
} from '../../src/lib/domain/documents/limits.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicationEvent } from '../../src/lib/server/db/schema/applications.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { addPage } from '../../src/lib/server/documents/add-page.ts';
import { expireDrafts } from '../../src/lib/server/documents/expire-drafts.ts';
import { moveFile } from '../../src/lib/server/documents/move-file.ts';
import { myDrafts } from '../../src/lib/server/documents/my-drafts.ts';
import { myPaper } from '../../src/lib/server/documents/my-paper.ts';
import { papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { removeFile } from '../../src/lib/server/documents/remove-file.ts';
import { removeKept } from '../../src/lib/server/documents/sealed-objects.ts';
import { sendDraft } from '../../src/lib/server/documents/send-draft.ts';
import { turnFile } from '../../src/lib/server/documents/turn-file.ts';
import { withdrawPaper } from '../../src/lib/server/documents/withdraw-paper.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { addWhole, announce, beginDraft, bring, order, within } from '../support/papers/draft.ts';
import { agentOf, makeHousehold, type Household } from '../support/papers/household.ts';
import { inParts, jpegBytes, objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let paperId: string;
const MONDAY = '2026-11-23T09:00:00+01:00';

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});
beforeEach(async () => {
	setClock(MONDAY);
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
	paperId = await beginDraft(home);
});

/** Who waits for what the asker has locked. */
const WAITING = sql`select distinct pid from pg_locks
	where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;

const page = (fill: string) => jpegBytes(2_000, fill);
const add = (fill: string) => addWhole(vault, home.applicant, paperId, page(fill));
const send = (actor = home.applicant) =>
	unitOfWork(actor, (tx) => sendDraft(tx, actor, { paperId }));
const mine = () => unitOfWork(home.applicant, (tx) => myPaper(tx, home.applicant, { paperId }));
const drafts = () => unitOfWork(home.applicant, (tx) => myDrafts(tx, home.applicant));

describe('a document put together page by page', () => {
	it('is begun once, however often the button is pressed, and is gone on with later', async () => {
		const click = randomUUID();
		const [one, two] = await Promise.all([
			beginDraft(home, 'tax_notice_n2', click),
			beginDraft(home, 'tax_notice_n2', click)
		]);
		expect(two).toBe(one);
		expect(await beginDraft(home, 'tax_notice_n2')).toBe(one);
		expect(one).not.toBe(paperId);
	});

	it('is found again by who lost their browser, the one touched last first', async () => {
		await add('one');
		setClock('2026-11-23T10:00:00+01:00');
		const tax = await beginDraft(home, 'tax_notice_n2');
		expect(await drafts()).toMatchObject([
			{ id: tax, files: 0 },
			{ id: paperId, files: 1 }
		]);
	});

	it('has its pages moved, turned and taken out, whoever clicks twice', async () => {
		const [a, b, c] = [await add('a'), await add('b'), await add('c')];
		const move = (fileId: string, place: number) =>
			unitOfWork(home.applicant, (tx) => moveFile(tx, home.applicant, { paperId, fileId, place }));
		await move(c, 1);
		await move(c, 1);
		expect(await order(home.applicant, paperId)).toEqual([c, a, b]);
		await move(c, 99);
		expect(await order(home.applicant, paperId)).toEqual([a, b, c]);
		const turned = { paperId, fileId: b, rotation: 90 as const };
		await unitOfWork(home.applicant, (tx) => turnFile(tx, home.applicant, turned));
		await unitOfWork(home.applicant, (tx) => turnFile(tx, home.applicant, turned));
		const { storageKeys } = await unitOfWork(home.applicant, (tx) =>
			removeFile(tx, home.applicant, { paperId, fileId: a })
		);
		await removeKept(vault.store, storageKeys);
		expect((await mine()).files).toMatchObject([
			{ id: b, rotation: 90 },
			{ id: c, rotation: 0 }
		]);
		expect(await objects(vault, 'kept')).toHaveLength(2);
	});

	it('has a page replaced by the same page with a number blackened, once that one is here', async () => {
		const [a, b, c] = [await add('a'), await add('b'), await add('c')];
		const black = page('black');
		const after = await announce(home.applicant, paperId, {
			expectedBytes: black.length,
			replaces: b
		});
		const piece = { paperId, fileId: after };
		await bring(vault, home.applicant, piece, black.subarray(0, 500));
		expect(await order(home.applicant, paperId)).toEqual([a, b, after, c]);
		const rest = { ...piece, offset: 500, complete: true };
		await bring(vault, home.applicant, rest, black.subarray(500));
		expect(await order(home.applicant, paperId)).toEqual([a, after, c]);
		expect(await objects(vault, 'kept')).toHaveLength(3);
	});

	it('takes a file chosen again as the one whose sending was cut', async () => {
		const sendingId = randomUUID();
		const bytes = page('a');
		const said = { sendingId, expectedBytes: bytes.length };
		const fileId = await announce(home.applicant, paperId, said);
		await bring(vault, home.applicant, { paperId, fileId }, bytes.subarray(0, 700));
		expect(await announce(home.applicant, paperId, said)).toBe(fileId);
		expect((await mine()).files).toMatchObject([{ state: 'sending', receivedBytes: 700 }]);
	});

	it('takes pages from a plain form, once a form', async () => {
		const sendingId = randomUUID();
		for (let click = 0; click < 2; click += 1) {
			const body = inParts(page('a'));
			const file = { fileName: 'a.jpg', declaredType: 'image/jpeg', body };
			const input = { paperId, file, sendingId: async () => sendingId };
			await addPage(vault, home.applicant, input, within(home.applicant));
		}
		expect((await mine()).files).toMatchObject([{ state: 'arrived', fileName: 'a.jpg' }]);
		expect([await objects(vault, 'incoming'), (await objects(vault, 'kept')).length]).toEqual([
			[],
			1
		]);
	});
});

describe('when it is sent', () => {
	it('the counter has it once, and the 15 days begin', async () => {
		await add('a');
		setClock('2026-11-23T11:00:00+01:00');
		const sent = await Promise.all([send(), send()]);
		expect(sent.filter(({ repeated }) => repeated)).toHaveLength(1);
		expect(await mine()).toMatchObject({ state: 'received', expiresAt: null });
		expect((await mine()).receivedAt?.toString()).toBe('2026-11-23T10:00:00Z');
		const events = await unitOfWork(system('test'), (tx) =>
			tx
				.select({ kind: applicationEvent.kind })
				.from(applicationEvent)
				.where(eq(applicationEvent.applicationId, home.applicationId))
		);
		expect(events).toEqual([{ kind: 'papers_received' }]);
		expect(await drafts()).toEqual([]);
	});

	it('while a page of it is being kept by the worker, neither is in the way of the other', async () => {
		await add('a');
		let sent: ReturnType<typeof send> | undefined;
		await unitOfWork(system('prepare-papers'), async (tx) => {
			await tx.select({ id: paper.id }).from(paper).where(eq(paper.id, paperId)).for('update');
			sent = send();
			await expect
				.poll(async () => (await tx.execute(WAITING)).rows, { timeout: 60_000 })
				.toHaveLength(1);
			// What PostgreSQL asks for when a row that names the request is written (keep-pages.ts).
			const { applicationId } = home;
			await tx.execute(sql`select from application where id = ${applicationId} for key share`);
		});
		expect(await sent).toEqual({ repeated: false });
	});

	it('without a page, or with one that has not arrived, it is not', async () => {
		await expect(send()).rejects.toMatchObject({ rule: 'draft-empty' });
		await add('a');
		const fileId = await announce(home.applicant, paperId, { expectedBytes: 2_000 });
		await bring(vault, home.applicant, { paperId, fileId }, page('b').subarray(0, 100));
		await expect(send()).rejects.toMatchObject({ rule: 'draft-page-under-way' });
		expect(await mine()).toMatchObject({ state: 'receiving' });
	});

	it('nothing of it can be changed any more', async () => {
		const fileId = await add('a');
		await send();
		const forbidden = { rule: 'draft-sent' };
		await expect(add('b')).rejects.toMatchObject(forbidden);
		const at = { paperId, fileId };
		const run = (work: Parameters<typeof unitOfWork>[1]) => unitOfWork(home.applicant, work);
		await expect(
			run((tx) => moveFile(tx, home.applicant, { ...at, place: 1 }))
		).rejects.toMatchObject(forbidden);
		await expect(
			run((tx) => turnFile(tx, home.applicant, { ...at, rotation: 90 }))
		).rejects.toMatchObject(forbidden);
		await expect(run((tx) => removeFile(tx, home.applicant, at))).rejects.toMatchObject(forbidden);
	});
});

describe('a document that is not sent', () => {
	it('is nobody else’s: not the agent’s, not the neighbour’s, not a visitor’s', async () => {
		await add('a');
		const neighbour = (await makeHousehold()).applicant;
		const agent = await agentOf('antibes');
		await expect(send(neighbour)).rejects.toMatchObject({ name: 'NotFound' });
		await expect(
			unitOfWork(neighbour, (tx) => myPaper(tx, neighbour, { paperId }))
		).rejects.toMatchObject({ name: 'NotFound' });
		await expect(announce(neighbour, paperId)).rejects.toMatchObject({ name: 'NotFound' });
		await expect(announce(agent, paperId)).rejects.toMatchObject({ name: 'NotFound' });
		const { sent } = await unitOfWork(agent, (tx) =>
			papersOfRequest(tx, agent, home.applicationId)
		);
		expect(sent).toEqual([]);
		await expect(unitOfWork(VISITOR, (tx) => myDrafts(tx, VISITOR))).rejects.toMatchObject({
			name: 'Refused'
		});
	});

	it('keeps to the room of the request: 30 files, 10 MB each', async () => {
		await expect(
			announce(home.applicant, paperId, { expectedBytes: FILE_BYTES_MAX + 1 })
		).rejects.toMatchObject({ rule: 'file-too-large' });
		await expect(announce(home.applicant, paperId, { expectedBytes: 0 })).rejects.toMatchObject({
			rule: 'file-empty'
		});
		const all = Array.from({ length: REQUEST_FILES_MAX + 3 }, () =>
			announce(home.applicant, paperId, { expectedBytes: 10 }).catch(
				(cause: { rule?: string }) => cause.rule
			)
		);
		const refused = (await Promise.all(all)).filter((said) => said === 'file-too-many-files');
		expect(refused).toHaveLength(3);
	});

	it('is given up by its author, and nothing stays', async () => {
		await add('a');
		const { storageKeys } = await unitOfWork(home.applicant, (tx) =>
			withdrawPaper(tx, home.applicant, { paperId })
		);
		await removeKept(vault.store, storageKeys);
		expect(await objects(vault, 'kept')).toEqual([]);
		await expect(mine()).rejects.toMatchObject({ name: 'NotFound' });
	});

	it('goes by itself some days after its last page, and not a day before', async () => {
		const cleaner = system('test');
		const expire = () => unitOfWork(cleaner, (tx) => expireDrafts(tx, cleaner));
		const start = Temporal.Instant.from(MONDAY);
		setClock(start.add({ hours: 24 }).toString());
		await add('a');
		setClock(start.add({ hours: 24 * DRAFT_DAYS + 1 }).toString());
		await expire();
		expect(await mine()).toMatchObject({ state: 'receiving' });
		setClock(start.add({ hours: 24 * (DRAFT_DAYS + 1) + 1 }).toString());
		const gone = await expire();
		expect([gone.drafts, gone.storageKeys.length]).toEqual([1, 1]);
		const left = await unitOfWork(cleaner, (tx) =>
			tx.select().from(paper).where(eq(paper.id, paperId))
		);
		expect(left).toEqual([]);
		await expect(
			unitOfWork(home.applicant, (tx) => expireDrafts(tx, home.applicant))
		).rejects.toMatchObject({ name: 'Refused' });
	});
});
