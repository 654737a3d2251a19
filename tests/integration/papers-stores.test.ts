import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newStorageKey } from '../../src/lib/server/ports/storage-key.ts';
import { ObjectMissing, type PaperStore } from '../../src/lib/server/ports/storage.ts';
import { openFileStore } from '../../src/lib/server/ports/storage-files.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3, type RunningS3 } from '../support/papers/s3.ts';
import { inParts } from '../support/papers/vault.ts';

let folder: string;
let s3: RunningS3;
const stores: Record<string, PaperStore> = {};

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'store-'));
	stores['a folder'] = await openFileStore(folder);
	s3 = await startS3();
	stores['an S3-compatible store'] = s3.store;
});
afterAll(async () => {
	await s3.stop();
	await rm(folder, { recursive: true, force: true });
});

// Every adapter keeps the same promises (src/lib/server/ports/storage.ts).
describe.each(['a folder', 'an S3-compatible store'])('papers kept in %s', (name) => {
	const store = () => stores[name]!;
	const write = async (bytes: Uint8Array, key = newStorageKey()) => {
		await store().write(key, inParts(bytes, 65_000));
		return key;
	};
	const keep = async (bytes: Uint8Array) => {
		const key = await write(bytes);
		await store().promote(key);
		return key;
	};
	const read = async (key: string) => {
		const parts: Buffer[] = [];
		// A part is as it is until the next one is asked for.
		for await (const part of await store().read(key)) parts.push(Buffer.from(part));
		return Buffer.concat(parts);
	};
	const listed = async (area: 'incoming' | 'kept') =>
		(await Array.fromAsync(store().list(area))).map(({ key }) => key);

	it.each([0, 1, 65_000, 5 * 1024 * 1024, 5 * 1024 * 1024 + 1, 13_000_000])(
		'come back byte for byte: %i bytes',
		async (length) => {
			const bytes = randomBytes(length);
			expect((await read(await keep(bytes))).equals(bytes)).toBe(true);
		}
	);

	it('are not there before they are promoted, and in one area only afterwards', async () => {
		const key = await write(Buffer.from('avis'));
		expect([await store().has(key), await listed('incoming')]).toEqual([false, [key]]);
		await expect(read(key)).rejects.toThrow(ObjectMissing);
		await store().promote(key);
		expect([await store().has(key), await listed('incoming')]).toEqual([true, []]);
		expect(await listed('kept')).toContain(key);
	});

	it('leave nothing when their content breaks on the way, early or late', async () => {
		for (const length of [10, 12_000_000]) {
			async function* broken() {
				yield* inParts(randomBytes(length), 65_000);
				throw new Error('the connection was lost');
			}
			const key = newStorageKey();
			await expect(store().write(key, broken())).rejects.toThrow('connection was lost');
			await expect(store().promote(key)).rejects.toThrow();
		}
		expect(await listed('incoming')).toEqual([]);
	});

	it('cannot be promoted when they never came, nor written twice under one name', async () => {
		await expect(store().promote(newStorageKey())).rejects.toThrow();
		const key = await write(Buffer.from('one'));
		await expect(write(Buffer.from('two'), key)).rejects.toThrow();
		await store().promote(key);
		expect((await read(key)).toString()).toBe('one');
	});

	it('go from one area and not the other, and going twice is no error', async () => {
		const key = await keep(Buffer.from('avis'));
		await store().remove('incoming', key);
		expect(await store().has(key)).toBe(true);
		await store().remove('kept', key);
		await store().remove('kept', key);
		expect(await store().has(key)).toBe(false);
		await expect(read(key)).rejects.toThrow(ObjectMissing);
	});

	it('are known by keys and by nothing that could be a path', async () => {
		for (const name of ['../../etc/passwd', 'a', 'A'.repeat(26), `${newStorageKey()}/x`]) {
			await expect(store().write(name, inParts(Buffer.from('x')))).rejects.toThrow();
			await expect(store().read(name)).rejects.toThrow();
		}
	});

	it('say how old they are', async () => {
		const key = await keep(Buffer.from('avis'));
		const all = await Array.fromAsync(store().list('kept'));
		const { ageSeconds } = all.find((object) => object.key === key)!;
		expect(ageSeconds).toBeGreaterThan(-5);
		expect(ageSeconds).toBeLessThan(60);
	});

	it('may be read in part by somebody who leaves', async () => {
		const key = await keep(randomBytes(3_000_000));
		let seen = 0;
		for await (const part of await store().read(key)) {
			seen += part.length;
			break;
		}
		expect(seen).toBeGreaterThan(0);
		expect(await read(key)).toHaveLength(3_000_000);
	});
});
