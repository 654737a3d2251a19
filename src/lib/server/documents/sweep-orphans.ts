import { asc, eq, gt, inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PaperStore, StorageArea, StorageKey } from '../ports/storage.ts';

/** An object may be that of a sending under way: it is left alone for so long. */
const PATIENCE_SECONDS = { incoming: 3_600, kept: 86_400 } as const;
const BATCH = 500;

export type Swept = {
	removed: number;
	/** Papers of which an object is not in the store. Must be empty; anything else is an alarm. */
	rowsWithoutContent: string[];
};

/**
 * Removes what a crash or a withdrawal left in the store, and looks for papers that lost their content.
 */
export async function sweepOrphans(
	tx: Tx,
	actor: Actor,
	input: { store: PaperStore }
): Promise<Swept> {
	if (actor.kind !== 'system') throw new Refused('sweep-orphans');
	const { store } = input;
	const incoming = await oldObjects(store, 'incoming');
	const kept = await withoutRow(tx, await oldObjects(store, 'kept'));
	for (const key of incoming) await store.remove('incoming', key);
	for (const key of kept) await store.remove('kept', key);
	return {
		removed: incoming.length + kept.length,
		rowsWithoutContent: await rowsWithoutContent(tx, store)
	};
}

async function oldObjects(store: PaperStore, area: StorageArea): Promise<StorageKey[]> {
	const keys: StorageKey[] = [];
	for await (const { key, ageSeconds } of store.list(area)) {
		if (ageSeconds > PATIENCE_SECONDS[area]) keys.push(key);
	}
	return keys;
}

async function withoutRow(tx: Tx, keys: StorageKey[]): Promise<StorageKey[]> {
	const named = new Set<string>();
	for (let from = 0; from < keys.length; from += BATCH) {
		const rows = await tx
			.select({ key: sealedObject.storageKey })
			.from(sealedObject)
			.where(inArray(sealedObject.storageKey, keys.slice(from, from + BATCH)));
		for (const row of rows) named.add(row.key);
	}
	return keys.filter((key) => !named.has(key));
}

async function rowsWithoutContent(tx: Tx, store: PaperStore): Promise<string[]> {
	const lost = new Set<string>();
	let after = '00000000-0000-0000-0000-000000000000';
	for (;;) {
		const rows = await tx
			.select({ id: sealedObject.id, paperId: sealedObject.paperId, key: sealedObject.storageKey })
			.from(sealedObject)
			.where(gt(sealedObject.id, after))
			.orderBy(asc(sealedObject.id))
			.limit(BATCH);
		for (const { id, paperId, key } of rows) {
			// Looked at twice: its owner may have withdrawn it in between.
			if (!(await store.has(key)) && (await stillThere(tx, id))) lost.add(paperId);
		}
		const last = rows.at(-1);
		if (!last) return [...lost];
		after = last.id;
	}
}

async function stillThere(tx: Tx, id: string): Promise<boolean> {
	const rows = await tx
		.select({ id: sealedObject.id })
		.from(sealedObject)
		.where(eq(sealedObject.id, id));
	return rows.length > 0;
}
