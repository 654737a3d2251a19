import { and, asc, eq, lte } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { erasePaper } from './destroy-content.ts';

const BATCH = 50;

/**
 * Documents begun and never sent go, content and line, some days after their last page: nobody ever saw them.
 * Run until it returns none.
 * @returns how many went, at most 50 a call, and the objects to remove from the store after the commit
 */
export async function expireDrafts(
	tx: Tx,
	actor: Actor
): Promise<{ drafts: number; storageKeys: StorageKey[] }> {
	if (actor.kind !== 'system') throw new Refused('expire-drafts');
	const over = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(and(eq(paper.state, 'receiving'), lte(paper.expiresAt, now())))
		.orderBy(asc(paper.expiresAt))
		.limit(BATCH)
		.for('update', { skipLocked: true });
	const storageKeys: StorageKey[] = [];
	for (const { id } of over) storageKeys.push(...(await erasePaper(tx, id)));
	return { drafts: over.length, storageKeys };
}
