import { randomUUIDv7 } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { ObjectRole } from '../../domain/documents/paper-codes.ts';
import { now } from '../clock.ts';
import { sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { newStorageKey } from '../ports/storage-key.ts';
import type { PaperStore, StorageKey } from '../ports/storage.ts';
import { newFileKey, unwrapKey, wrapKey } from './keyring.ts';
import { openContent, sealContent, type SealContext } from './sealing.ts';
import type { Vault } from './vault.ts';

export type SealedRow = typeof sealedObject.$inferSelect;
/** An object that lies sealed in `incoming` and that no row names yet. */
export type NewObject = typeof sealedObject.$inferInsert & { id: string; byteSize: number };

/** The paper that an object belongs to, and its request. */
export type OfPaper = { applicationId: string; paperId: string };
/** Of a piece of a file under way: which file, and where in it the piece begins. */
export type PieceOf = { fileId: string; fromByte: number };

/**
 * Seals a stream under a key of its own and writes it into `incoming`, streaming. When `body` throws, nothing is left.
 * @returns the row that keepObjects inserts
 */
export async function sealObject(
	vault: Vault,
	{ applicationId, paperId }: OfPaper,
	role: ObjectRole,
	body: AsyncIterable<Uint8Array>,
	piece: PieceOf | null = null
): Promise<NewObject> {
	const context: SealContext = { applicationId, paperId, objectId: randomUUIDv7() };
	const key = newFileKey();
	const storageKey = newStorageKey();
	const measured = { bytes: 0 };
	await vault.store.write(storageKey, sealContent(counted(body, measured), key, context));
	return {
		id: context.objectId!,
		applicationId,
		paperId,
		role,
		...piece,
		...wrapKey(vault.ring, key, context),
		storageKey,
		byteSize: measured.bytes,
		createdAt: now()
	};
}

async function* counted(body: AsyncIterable<Uint8Array>, measured: { bytes: number }) {
	for await (const part of body) {
		measured.bytes += part.length;
		yield part;
	}
}

/**
 * Names new objects by rows, and makes them durable before the transaction commits: a crash at any step leaves at worst
 * an object that no row names (sweep-orphans.ts), never a row without content.
 */
export async function keepObjects(
	tx: Tx,
	store: PaperStore,
	objects: readonly NewObject[]
): Promise<void> {
	if (objects.length === 0) return;
	await tx.insert(sealedObject).values([...objects]);
	for (const object of objects) await store.promote(object.storageKey);
}

/**
 * Destroys the keys of objects with their rows: they cannot be read from the commit on.
 * @returns their names, to give to `removeKept` after the commit; the sweeper removes them otherwise
 */
export async function dropObjects(tx: Tx, ids: readonly string[]): Promise<StorageKey[]> {
	if (ids.length === 0) return [];
	const dropped = await tx
		.delete(sealedObject)
		.where(inArray(sealedObject.id, [...ids]))
		.returning({ storageKey: sealedObject.storageKey });
	return dropped.map(({ storageKey }) => storageKey);
}

/** Removes objects whose keys are destroyed. What fails is left to the sweeper. */
export async function removeKept(store: PaperStore, keys: readonly StorageKey[]): Promise<void> {
	for (const key of keys) await store.remove('kept', key).catch(() => undefined);
}

/** What an object's key and content are bound to. */
export function contextOf(row: Pick<SealedRow, 'id' | 'applicationId' | 'paperId' | 'seal'>) {
	const { applicationId, paperId } = row;
	return { applicationId, paperId, objectId: row.seal === 1 ? null : row.id };
}

/**
 * The bytes of a kept object, streaming; each piece is verified before it is given. Nothing is opened before the first
 * is asked for, so that one who asks for none leaves nothing open.
 * @throws SealBroken, ObjectMissing
 */
export async function* openObject(vault: Vault, row: SealedRow): AsyncGenerator<Buffer> {
	const context = contextOf(row);
	const key = unwrapKey(vault.ring, row, context);
	yield* openContent(await vault.store.read(row.storageKey), key, context);
}
