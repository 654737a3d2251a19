import { inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { struckOffAYearAgo } from '../applications/struck-off-a-year-ago.ts';
import { paper, paperRequest } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { erasePaper } from './destroy-content.ts';
import type { Emptied } from './empty-due.ts';

/** At most so many papers in one transaction. */
const BATCH = 50;

/**
 * A year after a request was struck off, everything about its papers goes: contents, facts, and what was asked for
 * (décret 2017-917 art. 4). A request that was reinstated is no longer struck off.
 * @returns how many papers, at most 50 a call, and the objects to remove after the commit
 */
export async function eraseStruckOff(tx: Tx, actor: Actor): Promise<Emptied> {
	if (actor.kind !== 'system') throw new Refused('empty-papers');
	const struckOff = struckOffAYearAgo(tx);
	await tx.delete(paperRequest).where(inArray(paperRequest.applicationId, struckOff));
	const due = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(inArray(paper.applicationId, struckOff))
		.limit(BATCH)
		.for('update', { skipLocked: true });
	const storageKeys: StorageKey[] = [];
	for (const { id } of due) storageKeys.push(...(await erasePaper(tx, id)));
	return { papers: due.length, storageKeys };
}
