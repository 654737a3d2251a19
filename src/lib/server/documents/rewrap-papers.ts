import { eq, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { rewrapKey, type Keyring } from './keyring.ts';
import { contextOf } from './sealed-objects.ts';

const BATCH = 200;

/**
 * Rotation of the master key: wraps the keys of objects again with the newest version; contents are not touched.
 * Run until it returns 0; the old version can then leave MASTER_KEYS.
 * @returns how many keys were rewrapped, at most 200 a call
 */
export async function rewrapPapers(
	tx: Tx,
	actor: Actor,
	input: { ring: Keyring }
): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('rewrap-papers');
	const { ring } = input;
	const rows = await tx
		.select()
		.from(sealedObject)
		.where(ne(sealedObject.masterKeyVersion, ring.current))
		.limit(BATCH)
		.for('update');
	for (const row of rows) {
		await tx
			.update(sealedObject)
			.set(rewrapKey(ring, row, contextOf(row)))
			.where(eq(sealedObject.id, row.id));
	}
	return rows.length;
}
