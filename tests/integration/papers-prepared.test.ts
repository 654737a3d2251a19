import { and, eq } from 'drizzle-orm';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Rotation } from '../../src/lib/domain/documents/paper-codes.ts';
import { NotFound } from '../../src/lib/domain/errors.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import {
	paperFile,
	paperPage,
	sealedObject
} from '../../src/lib/server/db/schema/paper-content.ts';
import { enqueuePreparation } from '../../src/lib/server/documents/enqueue-preparation.ts';
import { copyPages } from '../../src/lib/server/documents/copy-pages.ts';
import { pagesToBind } from '../../src/lib/server/documents/keep-clean.ts';
import { movePages } from '../../src/lib/server/documents/move-pages.ts';
import { pdf, photo, png } from '../support/papers/samples.ts';
import { papersStage } from '../support/papers/stage.ts';
import { look, send, page, clean, given, row } from '../support/papers/opened.ts';
import { as } from '../support/papers/desk.ts';
import { prepareAll } from '../support/papers/prepare.ts';
import { objects } from '../support/papers/vault.ts';

const stage = papersStage();

describe('a photo', () => {
	it('becomes a page that is upright, of pixels alone, and what was sent is gone', async () => {
		const id = await send(stage, await photo(600, 800));
		await prepareAll(stage.vault);
		expect(await row(id)).toMatchObject({
			scan: 'clean',
			pageCount: 1,
			waitingFor: null,
			prepareAt: null
		});
		const picture = await given(stage.vault, await page(stage.agent, id));
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
		expect([
			await objects(stage.vault, 'incoming'),
			(await objects(stage.vault, 'kept')).length
		]).toEqual([[], 2]);
	});

	it('larger than 3,000 pixels is reduced, and a transparent PNG lies on white', async () => {
		const large = await send(stage, await photo(2_000, 4_000));
		const clear = await send(stage, await png(), 'carte.png', 'image/png');
		await prepareAll(stage.vault);
		const [big, small] = [await page(stage.agent, large), await page(stage.agent, clear)];
		expect(await sharp(await given(stage.vault, big)).metadata()).toMatchObject({
			width: 1_500,
			height: 3_000
		});
		const { dominant } = await sharp(await given(stage.vault, small)).stats();
		expect(dominant.r + dominant.g + dominant.b).toBeGreaterThan(3 * 240);
	});

	it('that hides an archive or a text behind its end loses it', async () => {
		const hidden = Buffer.from('PK\x03\x04malware.exe ==secret==');
		const id = await send(stage, Buffer.concat([await photo(), hidden]));
		await prepareAll(stage.vault);
		for (const opened of [await page(stage.agent, id), await clean(stage.agent, id)]) {
			expect((await given(stage.vault, opened)).includes('secret')).toBe(false);
		}
	});
});

describe('a PDF', () => {
	it('becomes one picture a page and a PDF of those pictures, which holds nothing else', async () => {
		const sent = await pdf(3, {}, (document) => {
			document.text('ici', { link: 'https://impots.gouv.fr' });
			document.info['Author'] = 'Nour Exemple';
		});
		const id = await send(stage, sent, 'avis.pdf', 'application/pdf');
		await prepareAll(stage.vault);
		expect(await row(id)).toMatchObject({ scan: 'clean', pageCount: 3 });
		const file = await given(stage.vault, await clean(stage.agent, id));
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
		expect(
			await sharp(await given(stage.vault, await page(stage.agent, id, 3))).metadata()
		).toMatchObject({
			width: 1_652,
			height: 2_336
		});
		await expect(page(stage.agent, id, 4)).rejects.toThrow(NotFound);
	});

	it('that only its author may change, and opens without a password, is drawn', async () => {
		const locked = await pdf(1, { ownerPassword: 'x', permissions: {} });
		const id = await send(stage, locked, 'avis.pdf', 'application/pdf');
		await prepareAll(stage.vault);
		expect(await row(id)).toMatchObject({ scan: 'clean', pageCount: 1, trouble: null });
	});
});

describe('pages of another paper', () => {
	/** A page of another paper, moved after the first of this one, and turned. */
	async function add(paperId: string, bytes: Buffer, rotation: Rotation) {
		const other = await send(stage, bytes, 'page.jpg', 'image/jpeg');
		await prepareAll(stage.vault);
		const pages = await look((tx) => pagesToBind(tx, other));
		const of = { applicationId: stage.home.applicationId, paperId };
		const copies = await copyPages(stage.vault, pages, of);
		await as(stage.agent, async (tx) => {
			await movePages(tx, stage.vault.store, { copies, toPaperId: paperId });
			for (const id of [paperId, other]) await enqueuePreparation(tx, id);
			await tx
				.update(paperPage)
				.set({ rotation })
				.where(and(eq(paperPage.paperId, paperId), eq(paperPage.number, 2)));
		});
		return other;
	}

	it('are moved, and bound into one PDF in order, each turned as asked', async () => {
		const id = await send(stage, await photo(600, 800), 'recto.jpg', 'image/jpeg');
		const other = await add(id, await photo(500, 700), 90);
		await prepareAll(stage.vault);
		expect([(await row(id)).pageCount, (await row(other)).pageCount]).toEqual([2, 0]);
		const bound = await PDFDocument.load(await given(stage.vault, await clean(stage.agent, id)));
		expect(bound.getPages().map((one) => one.getRotation().angle)).toEqual([0, 90]);
		const turned = await given(stage.vault, await page(stage.agent, id, 2));
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
		const id = await send(stage, await photo());
		await makeDraft(id);
		await prepareAll(stage.vault);
		expect(await row(id)).toMatchObject({ pageCount: 1, cleanObjectId: null, prepareAt: null });
		expect((await given(stage.vault, await page(stage.home.applicant, id))).length).toBeGreaterThan(
			100
		);
		await expect(page(stage.agent, id)).rejects.toThrow(NotFound);
		await expect(clean(stage.home.applicant, id)).rejects.toThrow(NotFound);
	});

	it('keeps its good pages when one file cannot be used, and says which', async () => {
		const id = await send(
			stage,
			await pdf(1, { userPassword: 'x' }),
			'avis.pdf',
			'application/pdf'
		);
		await makeDraft(id);
		await prepareAll(stage.vault);
		const files = await look((tx) => tx.select().from(paperFile).where(eq(paperFile.paperId, id)));
		expect(files).toMatchObject([{ state: 'refused', trouble: 'encrypted-pdf', objectId: null }]);
		expect(await row(id)).toMatchObject({ state: 'receiving', trouble: null, prepareAt: null });
		expect(await objects(stage.vault, 'kept')).toEqual([]);
	});
});
