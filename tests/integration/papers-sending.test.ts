import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import { FILE_BYTES_MAX } from '../../src/lib/domain/documents/limits.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicationEvent } from '../../src/lib/server/db/schema/applications.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { paperFile, sealedObject } from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { deliverPaper, type Delivery } from '../../src/lib/server/documents/deliver-paper.ts';
import { openPaper } from '../../src/lib/server/documents/open-paper.ts';
import { paperContent } from '../../src/lib/server/documents/paper-content.ts';
import { missingPapersOf, papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import type { Vault } from '../../src/lib/server/documents/vault.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { makeHousehold, type Household } from '../support/papers/household.ts';
import { inParts, jpegBytes, objects, temporaryVault } from '../support/papers/vault.ts';

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

type Sending = Partial<
	Delivery & { bytes: Uint8Array; fileName: string; declaredType: string; in: Vault }
>;

function send(
	actor: Actor,
	{ bytes = jpegBytes(2_000), in: into = vault, ...changes }: Sending = {}
) {
	const { fileName = 'carte.jpg', declaredType = 'image/jpeg', ...delivery } = changes;
	const what = {
		personId: home.personId,
		category: 'national_id_card',
		sendingId: randomUUID(),
		...delivery
	};
	const file = { fileName, declaredType, body: inParts(bytes) };
	return deliverPaper(
		into,
		actor,
		file,
		() => what,
		(work) => unitOfWork(actor, work)
	);
}
const rows = () =>
	unitOfWork(system('test'), (tx) =>
		tx
			.select({ ...getTableColumns(paperFile), paper, storageKey: sealedObject.storageKey })
			.from(paper)
			.innerJoin(paperFile, eq(paperFile.paperId, paper.id))
			.leftJoin(sealedObject, eq(sealedObject.id, paperFile.objectId))
			.where(eq(paper.applicationId, home.applicationId))
	);
type Row = Awaited<ReturnType<typeof rows>>[number];
async function contentOf(actor: Actor, paperId: string): Promise<Buffer> {
	const opened = await unitOfWork(actor, (tx) => openPaper(tx, actor, { paperId }));
	return Buffer.concat(await Array.fromAsync(await paperContent(vault, opened)));
}
async function expectNothingLeft() {
	expect(await rows()).toEqual([]);
	expect([...(await objects(vault, 'incoming')), ...(await objects(vault, 'kept'))]).toEqual([]);
}

describe('an applicant sends a paper', () => {
	it('and reads it again byte for byte, while the disk and the database show nothing of it', async () => {
		const bytes = jpegBytes(200_000, 'revenu fiscal');
		const { paperId } = await send(home.applicant, { bytes, fileName: 'Ma carte.jpg' });
		const [row] = await rows();
		expect(row).toMatchObject({
			paper: { id: paperId, state: 'received' },
			state: 'arrived',
			fileName: 'Ma carte.jpg',
			mediaType: 'image/jpeg',
			byteSize: 200_000,
			sha256: createHash('sha256').update(bytes).digest('hex')
		});
		expect((await contentOf(home.applicant, paperId)).equals(bytes)).toBe(true);
		const onDisk = join(vault.folder, 'kept', row!.storageKey!);
		expect((await readFile(onDisk)).includes('revenu')).toBe(false);
		expect((await stat(onDisk)).mode & 0o777).toBe(0o600);
		expect(await readdir(join(vault.folder, 'incoming'))).toEqual([]);
	});

	it('and the request says so, the paper no longer being missing', async () => {
		const missing = () =>
			unitOfWork(home.applicant, (tx) => missingPapersOf(tx, home.applicant, home.applicationId));
		expect((await missing()).map(({ need }) => need)).toEqual(['identity', 'tax_notice']);
		await send(home.applicant);
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
		const sent = await Promise.all([1, 2, 3].map(() => send(home.applicant, { sendingId })));
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
		await send(home.applicant, { sendingId });
		const second = await send(home.applicant, { sendingId, bytes: jpegBytes(3_000) });
		expect(second.repeated).toBe(false);
		expect(await rows()).toHaveLength(2);
	});

	it('of exactly 10 MB', async () => {
		await send(home.applicant, { bytes: jpegBytes(FILE_BYTES_MAX) });
		expect((await rows())[0]!.byteSize).toBe(FILE_BYTES_MAX);
	});

	it('named like a path or with marks that turn the text, and the name is cleaned', async () => {
		await send(home.applicant, { fileName: '../../etc/ca\u202Erte.jpg' });
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
		await expect(send(home.applicant, sending)).rejects.toMatchObject({ rule });
		await expectNothingLeft();
	});

	it("about a person of somebody else's request", async () => {
		const { personId } = await makeHousehold();
		await expect(send(home.applicant, { personId })).rejects.toMatchObject({
			rule: 'paper-unknown-person'
		});
		await expectNothingLeft();
	});

	it('when its sender goes away in the middle', async () => {
		async function* cut() {
			yield jpegBytes(100_000);
			throw new Error('the connection was lost');
		}
		const file = { fileName: 'a.jpg', declaredType: 'image/jpeg', body: cut() };
		const what = () => ({
			personId: home.personId,
			category: 'national_id_card',
			sendingId: randomUUID()
		});
		const sending = deliverPaper(vault, home.applicant, file, what, (work) =>
			unitOfWork(home.applicant, work)
		);
		await expect(sending).rejects.toThrow('connection was lost');
		await expectNothingLeft();
	});

	it('when somebody who is not an applicant sends it', async () => {
		await expect(send(VISITOR)).rejects.toThrow(Refused);
		await expectNothingLeft();
	});
});

describe('a request holds so many files and no more', () => {
	const fill = async (files: number, bytes: number) => {
		await send(home.applicant);
		const [{ paper: _paper, storageKey: _key, id: _id, ...like }] = (await rows()) as [Row];
		const more = Array.from({ length: files - 1 }, () => ({
			...like,
			byteSize: bytes,
			sendingId: randomUUID()
		}));
		await unitOfWork(system('test'), (tx) => tx.insert(paperFile).values(more));
	};

	it('of two sent at once for the last place, one is taken', async () => {
		await fill(29, 1_000);
		const sent = await Promise.allSettled([
			send(home.applicant),
			send(home.applicant, { bytes: jpegBytes(3_000) })
		]);
		const refused = sent.filter((one) => one.status === 'rejected');
		expect(refused).toMatchObject([{ reason: { rule: 'file-too-many-files' } }]);
		expect(await rows()).toHaveLength(30);
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('nor more than 150 MB', async () => {
		await fill(16, FILE_BYTES_MAX);
		await expect(send(home.applicant)).rejects.toMatchObject({ rule: 'file-request-full' });
	});
});

describe('a stranger', () => {
	it('gets the same answer for a paper of another request as for one that does not exist', async () => {
		const { paperId } = await send(home.applicant);
		const stranger = (await makeHousehold()).applicant;
		for (const id of [paperId, randomUUID(), 'not-an-id']) {
			await expect(
				unitOfWork(stranger, (tx) => openPaper(tx, stranger, { paperId: id }))
			).rejects.toThrow(NotFound);
		}
		await expect(
			unitOfWork(stranger, (tx) => papersOfRequest(tx, stranger, home.applicationId))
		).rejects.toThrow(NotFound);
		await expect(unitOfWork(VISITOR, (tx) => openPaper(tx, VISITOR, { paperId }))).rejects.toThrow(
			NotFound
		);
	});
});
