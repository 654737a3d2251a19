import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyringOf, newFileKey, rewrapKey, unwrapKey, wrapKey } from './keyring.ts';
import { openContent, PIECE_BYTES, SealBroken, sealContent, type SealContext } from './sealing.ts';

const PIECE = PIECE_BYTES + 16;
const HEADER = 11;
const key = randomBytes(32);
const context: SealContext = {
	applicationId: 'request-1',
	paperId: 'paper-1',
	objectId: 'object-1'
};

async function* parts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
// A part is as it is until the next one is asked for.
const whole = async (stream: AsyncIterable<Uint8Array>) => {
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(Buffer.from(part));
	return Buffer.concat(parts);
};
const seal = (plain: Uint8Array) => whole(sealContent(parts(plain, 30_000), key, context));
const open = (sealed: Uint8Array, withKey: Uint8Array = key, as = context, size = 7_001) =>
	whole(openContent(parts(sealed, size), withKey, as));

describe('a sealed content', () => {
	it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])(
		'of %i bytes opens again as it was',
		async (length) => {
			const plain = randomBytes(length);
			expect((await open(await seal(plain))).equals(plain)).toBe(true);
		}
	);

	it('shows nothing of what it holds and never looks the same twice', async () => {
		const plain = Buffer.alloc(1000, 'avis');
		const [one, two] = [await seal(plain), await seal(plain)];
		expect(one.includes('avisavis')).toBe(false);
		expect(one.equals(two)).toBe(false);
	});

	it.each(['applicationId', 'paperId', 'objectId'] as const)(
		'does not open under another %s',
		async (field) => {
			const sealed = await seal(randomBytes(100));
			await expect(open(sealed, key, { ...context, [field]: 'other' })).rejects.toThrow(SealBroken);
		}
	);

	it('of before objects were told apart still opens, as such only', async () => {
		const older = { ...context, objectId: null };
		const sealed = await whole(sealContent(parts(Buffer.from('avis'), 4), key, older));
		expect((await open(sealed, key, older)).toString()).toBe('avis');
		await expect(open(sealed)).rejects.toThrow(SealBroken);
		await expect(open(await seal(Buffer.from('avis')), key, older)).rejects.toThrow(SealBroken);
	});

	it('does not open with another key', async () => {
		await expect(open(await seal(randomBytes(100)), randomBytes(32))).rejects.toThrow(SealBroken);
	});

	it('does not open when a single bit is changed, wherever it is', async () => {
		const sealed = await seal(randomBytes(70_000));
		for (const at of [0, 5, HEADER, HEADER + 40_000, HEADER + PIECE - 1, sealed.length - 1]) {
			const changed = Buffer.from(sealed);
			changed[at]! ^= 1;
			await expect(open(changed), `byte ${at}`).rejects.toThrow(SealBroken);
		}
	});

	it('does not open when it is cut, even at the end of a piece', async () => {
		const sealed = await seal(randomBytes(200_000));
		for (const length of [0, 3, HEADER, HEADER + PIECE, HEADER + 2 * PIECE, sealed.length - 1]) {
			await expect(open(sealed.subarray(0, length)), `${length} bytes`).rejects.toThrow(SealBroken);
		}
	});

	it('does not open when pieces are swapped, repeated, or taken from another file', async () => {
		const [sealed, other] = [await seal(randomBytes(200_000)), await seal(randomBytes(200_000))];
		const head = sealed.subarray(0, HEADER);
		const piece = (of: Buffer, n: number) =>
			of.subarray(HEADER + n * PIECE, HEADER + (n + 1) * PIECE);
		const all = [0, 1, 2, 3].map((n) => piece(sealed, n));
		const swapped = [all[1]!, all[0]!, all[2]!, all[3]!];
		const repeated = [all[0]!, all[0]!, all[2]!, all[3]!];
		const foreign = [piece(other, 0), all[1]!, all[2]!, all[3]!];
		for (const pieces of [swapped, repeated, foreign, [...all, all[3]!]]) {
			await expect(open(Buffer.concat([head, ...pieces]))).rejects.toThrow(SealBroken);
		}
	});

	it('releases what is genuine before a fault, and nothing of the faulty piece', async () => {
		const plain = randomBytes(200_000);
		const sealed = await seal(plain);
		sealed[HEADER + PIECE + 10]! ^= 1;
		const released: Buffer[] = [];
		const reading = async () => {
			for await (const piece of openContent(parts(sealed, 9_000), key, context))
				released.push(piece);
		};
		await expect(reading()).rejects.toThrow(SealBroken);
		expect(Buffer.concat(released).equals(plain.subarray(0, PIECE_BYTES))).toBe(true);
	});
});

describe("a file's key", () => {
	const [first, second] = [
		{ version: 1, key: randomBytes(32) },
		{ version: 2, key: randomBytes(32) }
	];
	const ring = keyringOf([first]);

	it('comes back from its wrapping, for its own paper only', () => {
		const fileKey = newFileKey();
		const wrapped = wrapKey(ring, fileKey, context);
		expect(wrapped.masterKeyVersion).toBe('1');
		expect(Buffer.from(unwrapKey(ring, wrapped, context)).equals(fileKey)).toBe(true);
		for (const other of [{ paperId: 'paper-2' }, { objectId: 'object-2' }, { objectId: null }]) {
			expect(() => unwrapKey(ring, wrapped, { ...context, ...other })).toThrow(SealBroken);
		}
		expect(() => unwrapKey(keyringOf([{ ...second, version: 1 }]), wrapped, context)).toThrow(
			SealBroken
		);
	});

	it('is wrapped again by the newest master key, after which the old one may go', () => {
		const fileKey = newFileKey();
		const again = rewrapKey(keyringOf([second, first]), wrapKey(ring, fileKey, context), context);
		expect(again.masterKeyVersion).toBe('2');
		expect(Buffer.from(unwrapKey(keyringOf([second]), again, context)).equals(fileKey)).toBe(true);
		expect(() => unwrapKey(ring, again, context)).toThrow('no version "2"');
	});
});
