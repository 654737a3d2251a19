import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { sealedObject } from '../../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { keyringOf } from '../../../src/lib/server/documents/keyring.ts';
import { openObject } from '../../../src/lib/server/documents/sealed-objects.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import { openFileStore } from '../../../src/lib/server/ports/storage-files.ts';
import type { StorageArea } from '../../../src/lib/server/ports/storage.ts';

export const MASTER_1 = { version: 1, key: Buffer.alloc(32, 'first master key') };
export const MASTER_2 = { version: 2, key: Buffer.alloc(32, 'second master key') };

/** A vault in a folder of its own. */
export async function temporaryVault(): Promise<
	Vault & { folder: string; drop: () => Promise<void> }
> {
	const folder = await mkdtemp(join(tmpdir(), 'papers-'));
	const store = await openFileStore(folder);
	const drop = () => rm(folder, { recursive: true, force: true });
	return { folder, store, ring: keyringOf([MASTER_1]), drop };
}

/** The keys of the objects of one area. */
export async function objects(vault: Vault, area: StorageArea): Promise<string[]> {
	return (await Array.fromAsync(vault.store.list(area))).map(({ key }) => key);
}

/** A body that arrives in parts of `size` bytes. */
export async function* inParts(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
	for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** The first bytes of a JPEG, then anything, `length` bytes in all: taken in, but no picture can be made of it. */
export function jpegBytes(length: number, fill = 'photo'): Buffer {
	const bytes = Buffer.alloc(length, fill);
	Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(bytes);
	return bytes;
}

/** What lies sealed of a paper, as it was sent: what no use case gives to anybody. */
export async function sealedContent(vault: Vault, paperId: string): Promise<Buffer> {
	const [row] = await unitOfWork(system('test'), (tx) =>
		tx
			.select()
			.from(sealedObject)
			.where(and(eq(sealedObject.paperId, paperId), eq(sealedObject.role, 'original')))
	);
	return Buffer.concat(await Array.fromAsync(openObject(vault, row!)));
}
