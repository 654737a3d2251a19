import { and, eq } from 'drizzle-orm';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import type { Rotation } from '../../src/lib/domain/documents/paper-codes.ts';
import { NotFound } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import {
	paperFile,
	paperPage,
	sealedObject
} from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { enqueuePreparation } from '../../src/lib/server/documents/enqueue-preparation.ts';
import { copyPages } from '../../src/lib/server/documents/copy-pages.ts';
import { pagesToBind } from '../../src/lib/server/documents/keep-clean.ts';
import { movePages } from '../../src/lib/server/documents/move-pages.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { paperResponse } from '../../src/lib/server/documents/paper-response.ts';
import type { Tools } from '../../src/lib/server/documents/prepare-paper.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import { paperRow, prepareAll } from '../support/papers/prepare.ts';
import { pdf, photo, png } from '../support/papers/samples.ts';
import { sendOne } from '../support/papers/sending.ts';
import { objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let agent: Agent;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
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

describe('a photo', () => {
	it('becomes a page that is upright, of pixels alone, and what was sent is gone', async () => {
		const id = await send(await photo(600, 800));
		await prepare();
		expect(await row(id)).toMatchObject({
			scan: 'clean',
			pageCount: 1,
			waitingFor: null,
			prepareAt: null
		});
		const picture = await given(await page(agent, id));
		const { width, height, format, exif, icc, orientation } = await sharp(picture).metadata();
		expect({ width, height, format, orientation }).toEqual({
			width: 600,
			height: 800,
			format: 'jpeg',
			orientation: undefined
		});
		expect([exif, icc, picture.includes('Fictif')]).toEqual([undefined, undefined, false]);
		const kept = await look((tx) => tx.select({ role: sealedObject.role }).from(sealedObject));
		expect(kept.map(({ role }) => role).sort()).toEqual(['clean', 'page']);
		expect([await objects(vault, 'incoming'), (await objects(vault, 'kept')).length]).toEqual([
			[],
			2
		]);
	});

	it('larger than 3,000 pixels is reduced, and a transparent PNG lies on white', async () => {
		const large = await send(await photo(2_000, 4_000));
		const clear = await send(await png(), 'carte.png', 'image/png');
		await prepare();
		const [big, small] = [await page(agent, large), await page(agent, clear)];
		expect(await sharp(await given(big)).metadata()).toMatchObject({ width: 1_500, height: 3_000 });
		const { dominant } = await sharp(await given(small)).stats();
		expect(dominant.r + dominant.g + dominant.b).toBeGreaterThan(3 * 240);
	});

	it('that hides an archive or a text behind its end loses it', async () => {
		const hidden = Buffer.from('PK\x03\x04malware.exe ==secret==');
		const id = await send(Buffer.concat([await photo(), hidden]));
		await prepare();
		for (const opened of [await page(agent, id), await clean(agent, id)]) {
			expect((await given(opened)).includes('secret')).toBe(false);
		}
	});
});

describe('a PDF', () => {
	it('becomes one picture a page and a PDF of those pictures, which holds nothing else', async () => {
		const sent = await pdf(3, {}, (document) => {
			document.text('ici', { link: 'https://impots.gouv.fr' });
			document.info['Author'] = 'Nour Exemple';
		});
		const id = await send(sent, 'avis.pdf', 'application/pdf');
		await prepare();
		expect(await row(id)).toMatchObject({ scan: 'clean', pageCount: 3 });
		const file = await given(await clean(agent, id));
		const bound = await PDFDocument.load(file, { updateMetadata: false });
		expect(bound.getPages().map((one) => one.getSize().height)).toEqual([841.89, 841.89, 841.89]);
		expect([bound.getAuthor(), bound.getProducer(), bound.getCreationDate()]).toEqual([
			undefined,
			undefined,
			undefined
		]);
		for (const word of ['/URI', '/Annots', '/JS', '/Font', '/Info', '/Metadata', 'Exemple']) {
			expect(file.includes(word), word).toBe(false);
		}
		expect(await sharp(await given(await page(agent, id, 3))).metadata()).toMatchObject({
			width: 1_652,
			height: 2_336
		});
		await expect(page(agent, id, 4)).rejects.toThrow(NotFound);
	});

	it('that only its author may change, and opens without a password, is drawn', async () => {
		const locked = await pdf(1, { ownerPassword: 'x', permissions: {} });
		const id = await send(locked, 'avis.pdf', 'application/pdf');
		await prepare();
		expect(await row(id)).toMatchObject({ scan: 'clean', pageCount: 1, trouble: null });
	});
});

describe('pages of another paper', () => {
	/** A page of another paper, moved after the first of this one, and turned. */
	async function add(paperId: string, bytes: Buffer, rotation: Rotation) {
		const other = await send(bytes, 'page.jpg', 'image/jpeg');
		await prepare();
		const pages = await look((tx) => pagesToBind(tx, other));
		const of = { applicationId: home.applicationId, paperId };
		const copies = await copyPages(vault, pages, of);
		await as(agent, async (tx) => {
			await movePages(tx, vault.store, { copies, toPaperId: paperId });
			for (const id of [paperId, other]) await enqueuePreparation(tx, id);
			await tx
				.update(paperPage)
				.set({ rotation })
				.where(and(eq(paperPage.paperId, paperId), eq(paperPage.number, 2)));
		});
		return other;
	}

	it('are moved, and bound into one PDF in order, each turned as asked', async () => {
		const id = await send(await photo(600, 800), 'recto.jpg', 'image/jpeg');
		const other = await add(id, await photo(500, 700), 90);
		await prepare();
		expect([(await row(id)).pageCount, (await row(other)).pageCount]).toEqual([2, 0]);
		const bound = await PDFDocument.load(await given(await clean(agent, id)));
		expect(bound.getPages().map((one) => one.getRotation().angle)).toEqual([0, 90]);
		const turned = await given(await page(agent, id, 2));
		expect((await sharp(turned).metadata()).orientation).toBe(6);
		expect(await sharp(turned).autoOrient().toBuffer({ resolveWithObject: true })).toMatchObject({
			info: { width: 700, height: 500 }
		});
	});
});

describe('a draft', () => {
	const makeDraft = (id: string) =>
		look((tx) =>
			tx.update(paper).set({ state: 'receiving', receivedAt: null }).where(eq(paper.id, id))
		);

	it('shows its pages to its owner as they come, and nothing to an agent', async () => {
		const id = await send(await photo());
		await makeDraft(id);
		await prepare();
		expect(await row(id)).toMatchObject({ pageCount: 1, cleanObjectId: null, prepareAt: null });
		expect((await given(await page(home.applicant, id))).length).toBeGreaterThan(100);
		await expect(page(agent, id)).rejects.toThrow(NotFound);
		await expect(clean(home.applicant, id)).rejects.toThrow(NotFound);
	});

	it('keeps its good pages when one file cannot be used, and says which', async () => {
		const id = await send(await pdf(1, { userPassword: 'x' }), 'avis.pdf', 'application/pdf');
		await makeDraft(id);
		await prepare();
		const files = await look((tx) => tx.select().from(paperFile).where(eq(paperFile.paperId, id)));
		expect(files).toMatchObject([{ state: 'refused', trouble: 'encrypted-pdf', objectId: null }]);
		expect(await row(id)).toMatchObject({ state: 'receiving', trouble: null, prepareAt: null });
		expect(await objects(vault, 'kept')).toEqual([]);
	});
});
