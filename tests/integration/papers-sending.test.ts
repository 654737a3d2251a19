import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { FILE_BYTES_MAX } from '../../src/lib/domain/documents/limits.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicationEvent } from '../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { missingPapersOf, papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { makeHousehold, type Household } from '../support/papers/household.ts';
import { filesOf, sendOne, type Sending } from '../support/papers/sending.ts';
import { jpegBytes, objects, sealedContent, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
	setClock('2026-11-23T09:00:00+01:00');
});
afterAll(async () => {
	setClock();
	await database.drop();
});
beforeEach(async () => {
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(() => vault.drop());
const send = (sending: Sending = {}) => sendOne(vault, home, sending);
const rows = () => filesOf(home);
async function expectNothingLeft() {
	expect(await rows()).toEqual([]);
	expect([...(await objects(vault, 'incoming')), ...(await objects(vault, 'kept'))]).toEqual([]);
}

describe('an applicant sends a paper', () => {
	it('and it is kept byte for byte, while the disk and the database show nothing of it', async () => {
		const bytes = jpegBytes(200_000, 'revenu fiscal');
		const { paperId } = await send({ bytes, fileName: 'Ma carte.jpg' });
		const [row] = await rows();
		expect(row).toMatchObject({
			paper: { id: paperId, state: 'received' },
			state: 'arrived',
			fileName: 'Ma carte.jpg',
			mediaType: 'image/jpeg',
			byteSize: 200_000,
			sha256: createHash('sha256').update(bytes).digest('hex')
		});
		expect((await sealedContent(vault, paperId)).equals(bytes)).toBe(true);
		const onDisk = join(vault.folder, 'kept', row!.storageKey!);
		expect((await readFile(onDisk)).includes('revenu')).toBe(false);
		expect((await stat(onDisk)).mode & 0o777).toBe(0o600);
		expect(await readdir(join(vault.folder, 'incoming'))).toEqual([]);
	});

	it('and the request says so, the paper no longer being missing', async () => {
		const missing = () =>
			unitOfWork(home.applicant, (tx) => missingPapersOf(tx, home.applicant, home.applicationId));
		expect((await missing()).map(({ need }) => need)).toEqual(['identity', 'tax_notice']);
		await send();
		expect((await missing()).map(({ need }) => need)).toEqual(['tax_notice']);
		const events = await unitOfWork(system('test'), (tx) =>
			tx
				.select()
				.from(applicationEvent)
				.where(eq(applicationEvent.applicationId, home.applicationId))
		);
		expect(events).toMatchObject([{ kind: 'papers_received', origin: 'declared' }]);
	});

	it('twice with one click, and it is one paper', async () => {
		const sendingId = randomUUID();
		const together = await Promise.all([1, 2].map(() => send({ sendingId })));
		const sent = [...together, await send({ sendingId })];
		expect(new Set(sent.map(({ paperId }) => paperId)).size).toBe(1);
		expect(sent.filter(({ repeated }) => repeated)).toHaveLength(2);
		expect(await rows()).toHaveLength(1);
		expect([await objects(vault, 'incoming'), (await objects(vault, 'kept')).length]).toEqual([
			[],
			1
		]);
	});

	it('from a form the browser had kept, with another file: it is another paper', async () => {
		const sendingId = randomUUID();
		await send({ sendingId });
		const second = await send({ sendingId, bytes: jpegBytes(3_000) });
		expect(second.repeated).toBe(false);
		expect(await rows()).toHaveLength(2);
	});

	it('of exactly 10 MB', async () => {
		await send({ bytes: jpegBytes(FILE_BYTES_MAX) });
		expect((await rows())[0]!.byteSize).toBe(FILE_BYTES_MAX);
	});

	it('named like a path or with marks that turn the text, and the name is cleaned', async () => {
		await send({ fileName: '../../etc/ca\u202Erte.jpg' });
		expect((await rows())[0]!.fileName).toBe('carte.jpg');
	});
});

describe('a file is refused and leaves nothing behind', () => {
	const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj');
	const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
	it.each<[string, string, Sending]>([
		['of 0 bytes', 'file-empty', { bytes: new Uint8Array() }],
		['of 10 MB and one byte', 'file-too-large', { bytes: jpegBytes(FILE_BYTES_MAX + 1) }],
		['a PDF that says it is a JPEG', 'file-type-mismatch', { bytes: pdf }],
		['a JPEG named .exe', 'file-type-mismatch', { fileName: 'photo.jpg.exe' }],
		['a JPEG declared as a page', 'file-type-mismatch', { declaredType: 'text/html' }],
		[
			'a page named .jpg',
			'file-unknown',
			{ bytes: Buffer.from('<html><script>alert(1)</script>') }
		],
		[
			'a PDF that begins with something else',
			'file-unknown',
			{
				bytes: Buffer.concat([Buffer.from('\n'), pdf]),
				fileName: 'a.pdf',
				declaredType: 'application/pdf'
			}
		],
		['an SVG', 'file-svg', { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">') }],
		['a photo in HEIC', 'file-heic', { bytes: heic }],
		['an Office file', 'file-office', { bytes: Buffer.from('PK\x03\x04word/document.xml') }],
		['an archive', 'file-archive', { bytes: Buffer.from('PK\x03\x04photo.jpg') }],
		['of a kind nobody knows', 'paper-unknown-kind', { category: 'holiday_photo' }],
		['about nobody', 'paper-unknown-person', { personId: null }],
		['on health, when nobody asked for it', 'paper-not-asked', { category: 'medical_certificate' }]
	])('%s', async (_what, rule, sending) => {
		await expect(send(sending)).rejects.toMatchObject({ rule });
		await expectNothingLeft();
	});

	it("about a person of somebody else's request", async () => {
		const { personId } = await makeHousehold();
		await expect(send({ personId })).rejects.toMatchObject({
			rule: 'paper-unknown-person'
		});
		await expectNothingLeft();
	});

	it('when its sender goes away in the middle', async () => {
		async function* cut() {
			yield jpegBytes(100_000);
			throw new Error('the connection was lost');
		}
		await expect(send({ body: cut() })).rejects.toThrow('connection was lost');
		await expectNothingLeft();
	});

	it('when somebody who is not an applicant sends it', async () => {
		await expect(send({ as: VISITOR })).rejects.toThrow(Refused);
		await expectNothingLeft();
	});
});

describe('a stranger', () => {
	it('gets the same answer for a paper of another request as for one that does not exist', async () => {
		const { paperId } = await send();
		const stranger = (await makeHousehold()).applicant;
		for (const id of [paperId, randomUUID(), 'not-an-id']) {
			await expect(
				unitOfWork(stranger, (tx) => openClean(tx, stranger, { paperId: id }))
			).rejects.toThrow(NotFound);
		}
		await expect(
			unitOfWork(stranger, (tx) => papersOfRequest(tx, stranger, home.applicationId))
		).rejects.toThrow(NotFound);
		await expect(unitOfWork(VISITOR, (tx) => openClean(tx, VISITOR, { paperId }))).rejects.toThrow(
			NotFound
		);
	});
});
