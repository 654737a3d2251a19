import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { FILE_BYTES_MAX, type FileRefusal } from '../../src/lib/domain/documents/limits.ts';
import type { PaperTrouble } from '../../src/lib/domain/documents/paper-codes.ts';
import { codeLabel } from '../../src/lib/components/code-label.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import {
	paperFile,
	paperPage,
	sealedObject
} from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { openObject } from '../../src/lib/server/documents/sealed-objects.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { addWhole, beginDraft } from '../support/papers/draft.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { paperRow, prepareAll } from '../support/papers/prepare.ts';
import {
	EICAR,
	launchingPdf,
	pdf,
	pdfWithFile,
	photo,
	pixelBomb,
	png,
	scriptedPdf,
	xfaPdf
} from '../support/papers/samples.ts';
import { sendOne } from '../support/papers/sending.ts';
import { objects, temporaryVault } from '../support/papers/vault.ts';

/*
 * Every hostile or broken file through the whole way: the door, a real ClamAV, the workshop. Each has its sentence, and
 * leaves nothing: no file, no page, no key, no object.
 */
let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let agent: Agent;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
});
beforeEach(async () => {
	await forgetPapers();
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(async () => {
	await vault.drop();
	await database.drop();
});

type Sent = { bytes: Buffer; fileName: string; declaredType: string };
const asJpeg = (bytes: Buffer, fileName = 'carte.jpg'): Sent => ({
	bytes,
	fileName,
	declaredType: 'image/jpeg'
});
const asPng = (bytes: Buffer): Sent => ({ bytes, fileName: 'a.png', declaredType: 'image/png' });
const asPdf = (bytes: Buffer, fileName = 'avis.pdf'): Sent => ({
	bytes,
	fileName,
	declaredType: 'application/pdf'
});
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const SECRET = 'malware.exe ==secret==';
const ZIP = latin1(`PK\x03\x04\x14\0\0\0\0\0${SECRET}`);
const padded = async (length: number) => {
	const picture = await photo();
	return Buffer.concat([picture, Buffer.alloc(length - picture.length)]);
};

const look = <T>(work: Parameters<typeof unitOfWork<T>>[1]) => unitOfWork(system('test'), work);
async function whatIsLeft() {
	const rows = await look(async (tx) => ({
		files: await tx.$count(paperFile),
		pages: await tx.$count(paperPage),
		keys: await tx.$count(sealedObject)
	}));
	const [incoming, kept] = [await objects(vault, 'incoming'), await objects(vault, 'kept')];
	return { ...rows, objects: [...incoming, ...kept] };
}
const NOTHING = { files: 0, pages: 0, keys: 0, objects: [] };

/** The words a person reads, which are never the code itself. */
function sentence(list: 'file_refusal' | 'paper_trouble', code: string): string {
	const words = codeLabel(list, code);
	expect(words).toMatch(/\p{Lu}.{15,}\.$/u);
	return words;
}

describe('refused at the door, before anything is written', () => {
	const heic = latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
	it.each<[string, FileRefusal, () => Sent | Promise<Sent>]>([
		['0 bytes', 'empty', () => asPdf(Buffer.alloc(0))],
		['10 MB and one byte', 'too-large', async () => asJpeg(await padded(FILE_BYTES_MAX + 1))],
		['a PDF that says it is a JPEG', 'type-mismatch', async () => asJpeg(await pdf())],
		['a JPEG named .pdf', 'type-mismatch', async () => asJpeg(await photo(), 'avis.pdf')],
		['a JPEG named .jpg.exe', 'type-mismatch', async () => asJpeg(await photo(), 'a.jpg.exe')],
		[
			'a name that reads backwards',
			'type-mismatch',
			async () => asJpeg(await photo(), 'photo\u202Egpj.exe')
		],
		[
			'a JPEG declared as a page',
			'type-mismatch',
			async () => ({ ...asJpeg(await photo()), declaredType: 'text/html' })
		],
		['EICAR alone', 'unknown', () => asJpeg(EICAR)],
		['a page named .jpg', 'unknown', () => asJpeg(latin1('<html><script>alert(1)</script>'))],
		['a GIF that is a script too', 'unknown', () => asJpeg(latin1('GIF89a=1;alert(1)//'))],
		[
			'a PDF whose mark comes later',
			'unknown',
			async () => asPdf(Buffer.concat([latin1('\n'), await pdf()]))
		],
		['an SVG', 'svg', () => asJpeg(latin1('<svg xmlns="http://www.w3.org/2000/svg">'))],
		['HEIC', 'heic', () => asJpeg(heic, 'IMG_1.HEIC')],
		['DOCX', 'office', () => asPdf(latin1('PK\x03\x04word/document.xml'), 'lettre.docx')],
		['an old DOC', 'office', () => asPdf(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1doc'))],
		['an archive, be it a bomb', 'archive', () => asPdf(ZIP, 'photos.zip')],
		[
			'an archive that is a PDF too',
			'archive',
			async () => asPdf(Buffer.concat([ZIP, await pdf()]))
		]
	])('%s: %s', async (_what, reason, make) => {
		const sent = await make();
		await expect(sendOne(vault, home, sent)).rejects.toMatchObject({ rule: `file-${reason}` });
		expect(sentence('file_refusal', reason)).not.toBe(reason);
		expect([await look((tx) => tx.$count(paper)), await whatIsLeft()]).toEqual([0, NOTHING]);
	});
});

describe('refused once it was looked into: its owner reads why, and nothing of it is kept', () => {
	const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
	const cases: [string, PaperTrouble, () => Sent | Promise<Sent>][] = [
		['EICAR behind a photo', 'infected', async () => asJpeg(Buffer.concat([await photo(), EICAR]))],
		[
			'EICAR in a PDF',
			'infected',
			async () => asPdf(await pdf(1, { compress: false }, (doc) => doc.ref({}).end(EICAR)))
		],
		['a JPEG cut in the middle', 'damaged', async () => asJpeg(half(await photo()))],
		['a PNG cut in the middle', 'damaged', async () => asPng(half(await png(900, 900)))],
		['the first bytes of a PDF', 'damaged', () => asPdf(latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'))],
		['900 megapixels in 110 kB', 'too-many-pixels', async () => asPng(await pixelBomb())],
		[
			'a PDF under a password',
			'encrypted-pdf',
			async () => asPdf(await pdf(1, { userPassword: 'x' }))
		],
		['a PDF with a script', 'scripted-pdf', async () => asPdf(await scriptedPdf())],
		['a PDF that starts a program', 'scripted-pdf', async () => asPdf(await launchingPdf())],
		['a PDF with a file inside', 'attached-files', async () => asPdf(await pdfWithFile())],
		['a form drawn by a program', 'form-pdf', async () => asPdf(await xfaPdf())],
		['101 pages', 'too-many-pages', async () => asPdf(await pdf(101, { size: [60, 80] }))]
	];

	it.each(cases)('%s: %s', async (_what, trouble, make) => {
		const { paperId } = await sendOne(vault, home, await make());
		await prepareAll(vault);
		const state = trouble === 'infected' ? 'refused_infected' : 'to_resend';
		expect(await paperRow(paperId)).toMatchObject({
			state,
			trouble,
			pageCount: 0,
			prepareAt: null,
			destroyedAt: expect.anything()
		});
		expect(sentence('paper_trouble', trouble)).not.toBe(trouble);
		expect(await whatIsLeft()).toEqual(NOTHING);
	});

	it.each(cases.filter(([, trouble]) => ['infected', 'damaged', 'scripted-pdf'].includes(trouble)))(
		'%s, as a page of a draft: that page alone is lost',
		async (_what, trouble, make) => {
			const paperId = await beginDraft(home);
			await addWhole(vault, home.applicant, paperId, await photo());
			const { bytes, ...said } = await make();
			await addWhole(vault, home.applicant, paperId, bytes, said);
			await prepareAll(vault);
			const files = await look((tx) =>
				tx
					.select()
					.from(paperFile)
					.where(eq(paperFile.paperId, paperId))
					.orderBy(paperFile.position)
			);
			expect(files).toMatchObject([
				{ state: 'arrived', trouble: null, scan: 'clean' },
				{ state: 'refused', trouble, objectId: null, sha256: null }
			]);
			// What is left is the page of the good photo.
			expect(await whatIsLeft()).toMatchObject({
				pages: 1,
				keys: 1,
				objects: [expect.any(String)]
			});
		}
	);
});

describe('taken in, and nothing of what it hid goes on', () => {
	const comment = (text: string) => {
		const length = Buffer.alloc(2);
		length.writeUInt16BE(text.length + 2);
		return Buffer.concat([latin1('\xff\xfe'), length, latin1(text)]);
	};
	async function jpegAndHtml() {
		const picture = await photo();
		const html = comment(`<html><script>/*${SECRET}*/</script>`);
		return Buffer.concat([picture.subarray(0, 2), html, picture.subarray(2)]);
	}
	it.each<[string, () => Promise<Sent>, string]>([
		['exactly 10 MB', async () => asJpeg(await padded(FILE_BYTES_MAX)), 'carte.jpg'],
		[
			'a PDF with an archive behind',
			async () => asPdf(Buffer.concat([await pdf(), ZIP])),
			'avis.pdf'
		],
		[
			'a JPEG with an archive behind',
			async () => asJpeg(Buffer.concat([await photo(), ZIP])),
			'carte.jpg'
		],
		['a JPEG that is a page of the web too', async () => asJpeg(await jpegAndHtml()), 'carte.jpg'],
		[
			'a name that is a path',
			async () => asJpeg(await photo(), '../../etc/passwd.jpg'),
			'passwd.jpg'
		],
		[
			'a path of Windows',
			async () => asJpeg(await photo(), 'C:\\Users\\moi\\carte.jpg'),
			'carte.jpg'
		],
		[
			'a name with marks of direction',
			async () => asJpeg(await photo(), '\u2066ca\u202Erte\u2069.jpg'),
			'carte.jpg'
		],
		['a name of nothing but dots', async () => asJpeg(await photo(), '../..'), 'document']
	])('%s', async (_what, make, name) => {
		const { paperId } = await sendOne(vault, home, await make());
		await prepareAll(vault);
		expect(await paperRow(paperId)).toMatchObject({
			state: 'received',
			scan: 'clean',
			pageCount: 1
		});
		const kept = await look((tx) => tx.select().from(sealedObject));
		expect(kept.map(({ role }) => role).sort()).toEqual(['clean', 'page']);
		for (const row of kept) {
			expect(row.storageKey).toMatch(/^[a-z0-9]{26}$/);
			const bytes = Buffer.concat(await Array.fromAsync(openObject(vault, row)));
			expect(bytes.includes('secret')).toBe(false);
			expect(bytes.includes('PK\x03\x04')).toBe(false);
			expect(bytes.includes('<script>')).toBe(false);
		}
		const files = await look((tx) => tx.select({ name: paperFile.fileName }).from(paperFile));
		expect(files).toEqual([{ name }]);
		const opened = await unitOfWork(agent, (tx) => openPage(tx, agent, { paperId, number: 1 }));
		expect(opened.mediaType).toBe('image/jpeg');
	});
});
