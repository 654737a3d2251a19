import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { rewrapKey, type Keyring } from './keyring.ts';

const BATCH = 200;

/**
 * Rotation of the master key: wraps the keys of papers again with the newest version; contents are not touched.
 * Run until it returns 0; the old version can then leave MASTER_KEYS.
 * @returns how many papers were rewrapped, at most 200 a call
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
		.from(paper)
		.where(and(isNotNull(paper.wrappedKey), ne(paper.masterKeyVersion, ring.current)))
		.limit(BATCH)
		.for('update');
	for (const row of rows) {
		const wrapped = { wrappedKey: row.wrappedKey!, masterKeyVersion: row.masterKeyVersion! };
		const context = { applicationId: row.applicationId, paperId: row.id };
		await tx
			.update(paper)
			.set(rewrapKey(ring, wrapped, context))
			.where(eq(paper.id, row.id));
	}
	return rows.length;
}
