import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { FILE_BYTES_MAX } from '../../src/lib/domain/documents/limits.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { paperFile, sealedObject } from '../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { receivePart } from '../../src/lib/server/documents/receive-part.ts';
import { openObject } from '../../src/lib/server/documents/sealed-objects.ts';
import { stopEarlierSending } from '../../src/lib/server/documents/sendings-under-way.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { addWhole, announce, beginDraft, bring, order, within } from '../support/papers/draft.ts';
import { makeHousehold, type Household } from '../support/papers/household.ts';
import { inParts, jpegBytes, objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let paperId: string;

beforeAll(async () => {
	database = await testDatabase();
	setClock('2026-11-23T09:00:00+01:00');
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});
beforeEach(async () => {
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
	paperId = await beginDraft(home);
});

const photo = jpegBytes(300_000);
const begun = (expectedBytes: number | null = photo.length) =>
	announce(home.applicant, paperId, { expectedBytes });
const send = (fileId: string, offset: number, until = photo.length) =>
	bring(
		vault,
		home.applicant,
		{ paperId, fileId, offset, complete: until === photo.length },
		photo.subarray(offset, until)
	);
const fileRow = async (fileId: string) => {
	const [row] = await unitOfWork(system('test'), (tx) =>
		tx.select().from(paperFile).where(eq(paperFile.id, fileId))
	);
	return row;
};
const sealed = () =>
	unitOfWork(system('test'), (tx) =>
		tx.select().from(sealedObject).where(eq(sealedObject.paperId, paperId))
	);
/** Bytes of the photo from here on, then a connection that dies. */
async function* cutAfter(from: number, length: number) {
	yield* inParts(photo.subarray(from, from + length));
	throw new Error('the connection was lost');
}
async function expectWhole(fileId: string) {
	expect(await fileRow(fileId)).toMatchObject({
		state: 'arrived',
		receivedBytes: photo.length,
		byteSize: photo.length,
		mediaType: 'image/jpeg',
		sha256: createHash('sha256').update(photo).digest('hex')
	});
	const [object, ...others] = await sealed();
	expect([object?.role, others]).toEqual(['original', []]);
	const content = Buffer.concat(await Array.fromAsync(await openObject(vault, object!)));
	expect(content.equals(photo)).toBe(true);
	expect([await objects(vault, 'incoming'), await objects(vault, 'kept')]).toEqual([
		[],
		[object!.storageKey]
	]);
}

describe('a photo sent over a line that breaks', () => {
	it('arrives in pieces, and becomes one sealed file that is what was sent', async () => {
		const fileId = await begun();
		expect(await send(fileId, 0, 120_000)).toEqual({
			offset: 120_000,
			complete: false,
			conflict: false
		});
		expect(await send(fileId, 120_000, 120_001)).toMatchObject({ offset: 120_001 });
		expect(await send(fileId, 120_001)).toEqual({
			offset: 300_000,
			complete: true,
			conflict: false
		});
		await expectWhole(fileId);
	});

	it('keeps every byte that came before the connection died', async () => {
		const fileId = await begun();
		let offset = 0;
		while (offset < photo.length - 70_000) {
			const piece = { paperId, fileId, offset, complete: true };
			const after = await bring(vault, home.applicant, piece, cutAfter(offset, 70_000));
			expect(after).toEqual({ offset: offset + 70_000, complete: false, conflict: false });
			({ offset } = after);
		}
		await send(fileId, offset);
		await expectWhole(fileId);
	});

	it('of which nothing came is where it was', async () => {
		const fileId = await begun();
		const piece = { paperId, fileId, complete: true };
		expect(await bring(vault, home.applicant, piece, cutAfter(0, 0))).toMatchObject({ offset: 0 });
		expect([...(await objects(vault, 'incoming')), ...(await sealed())]).toEqual([]);
	});

	it('is finished by a request without bytes, when all were there and the answer was lost', async () => {
		const fileId = await begun();
		await bring(vault, home.applicant, { paperId, fileId }, photo);
		expect(await fileRow(fileId)).toMatchObject({ state: 'sending', receivedBytes: photo.length });
		expect(await send(fileId, photo.length)).toMatchObject({ complete: true });
		await expectWhole(fileId);
	});

	it('without a size announced is finished when the sender says so', async () => {
		const fileId = await begun(null);
		await send(fileId, 0, 100_000);
		await send(fileId, 100_000);
		await expectWhole(fileId);
	});
});

describe('bytes that begin elsewhere', () => {
	it('are not taken, and the answer says where to go on', async () => {
		const fileId = await begun();
		await send(fileId, 0, 50_000);
		for (const offset of [0, 49_999, 50_001]) {
			expect(await send(fileId, offset, 60_000)).toEqual({
				offset: 50_000,
				complete: false,
				conflict: true
			});
		}
		await send(fileId, 50_000);
		await expectWhole(fileId);
	});

	it('of a file that is there already change nothing: the last request came twice', async () => {
		const fileId = await begun();
		await send(fileId, 0);
		expect(await send(fileId, 0)).toEqual({ offset: 300_000, complete: true, conflict: false });
		await expectWhole(fileId);
	});

	it('brought by two requests at once count once', async () => {
		const fileId = await begun();
		await Promise.all([1, 2].map(() => send(fileId, 0, 90_000)));
		// The earlier one may have been stopped on its way: what it brought is kept, and never twice.
		const { receivedBytes } = (await fileRow(fileId))!;
		expect(receivedBytes).toBeGreaterThan(0);
		expect(receivedBytes).toBeLessThanOrEqual(90_000);
		await send(fileId, receivedBytes);
		await expectWhole(fileId);
	});

	it('a dead connection that the server still believes in gives way to the next request', async () => {
		const fileId = await begun();
		const arrived = Promise.withResolvers<void>();
		async function* dead() {
			yield* inParts(photo.subarray(0, 80_000));
			arrived.resolve();
			await new Promise(() => undefined);
		}
		const waiting = bring(vault, home.applicant, { paperId, fileId }, dead());
		await arrived.promise;
		await stopEarlierSending(fileId);
		expect(await waiting).toEqual({ offset: 80_000, complete: false, conflict: false });
		await send(fileId, 80_000);
		await expectWhole(fileId);
	});
});

describe('a sending that does not hold what it announced', () => {
	it('is stopped at one byte too many, and nothing of that request is kept', async () => {
		const fileId = await begun(200_000);
		await expect(send(fileId, 0)).rejects.toMatchObject({ rule: 'upload-length' });
		expect(await fileRow(fileId)).toMatchObject({ receivedBytes: 0, state: 'sending' });
		expect([...(await objects(vault, 'incoming')), ...(await sealed())]).toEqual([]);
	});

	it('is refused before its first byte when its own length says so', async () => {
		const fileId = await begun(200_000);
		let read = false;
		async function* body() {
			read = true;
			yield photo;
		}
		const input = { paperId, fileId, offset: 0, complete: true, length: 200_001, body: body() };
		await expect(
			receivePart(vault, home.applicant, input, within(home.applicant))
		).rejects.toMatchObject({ rule: 'upload-length' });
		expect(read).toBe(false);
	});

	it('is not finished with bytes missing', async () => {
		const fileId = await begun(photo.length + 1);
		await expect(send(fileId, 0)).rejects.toMatchObject({ rule: 'upload-length' });
		expect(await fileRow(fileId)).toMatchObject({ state: 'sending', receivedBytes: photo.length });
	});

	it('of no announced size is stopped while streaming at 10 MB and one byte, and is gone', async () => {
		const fileId = await begun(null);
		let sent = 0;
		async function* endless() {
			for (; ; sent += 500_000) yield sent === 0 ? jpegBytes(500_000) : Buffer.alloc(500_000, 'a');
		}
		await expect(
			bring(vault, home.applicant, { paperId, fileId }, endless())
		).rejects.toMatchObject({ rule: 'file-too-large' });
		expect(sent).toBeLessThanOrEqual(FILE_BYTES_MAX);
		expect(await fileRow(fileId)).toBeUndefined();
		expect([...(await objects(vault, 'incoming')), ...(await sealed())]).toEqual([]);
	});
});

describe('a file that can never be taken', () => {
	const heic = Buffer.concat([
		Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
		Buffer.alloc(400_000)
	]);

	it('is refused at its first bytes, and nothing of it is left', async () => {
		const fileId = await begun(heic.length);
		let parts = 0;
		async function* body() {
			for await (const part of inParts(heic)) {
				parts += 1;
				yield part;
			}
		}
		await expect(
			bring(vault, home.applicant, { paperId, fileId, complete: true }, body())
		).rejects.toMatchObject({ rule: 'file-heic' });
		expect(parts).toBe(1);
		expect(await order(home.applicant, paperId)).toEqual([]);
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('is judged as a whole when its first bytes came one by one', async () => {
		const fileId = await begun(heic.length);
		for (let offset = 0; offset < 20; offset += 10) {
			const piece = { paperId, fileId, offset };
			await bring(vault, home.applicant, piece, heic.subarray(offset, offset + 10));
		}
		await expect(
			bring(
				vault,
				home.applicant,
				{ paperId, fileId, offset: 20, complete: true },
				heic.subarray(20)
			)
		).rejects.toMatchObject({ rule: 'file-heic' });
		expect([...(await sealed()), ...(await objects(vault, 'kept'))]).toEqual([]);
	});

	it('leaves the page that it was to replace', async () => {
		const page = await addWhole(vault, home.applicant, paperId, photo);
		const fileId = await announce(home.applicant, paperId, { replaces: page });
		await expect(
			bring(vault, home.applicant, { paperId, fileId, complete: true }, heic)
		).rejects.toMatchObject({ rule: 'file-heic' });
		expect(await order(home.applicant, paperId)).toEqual([page]);
	});
});
