import { and, asc, isNull, lte, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { settingOf } from '../settings/queries.ts';
import { destroyContent } from './destroy-content.ts';

/** At most so many papers in one transaction. */
const BATCH = 50;

export type Emptied = { papers: number; storageKeys: StorageKey[] };

type Due = {
	which: SQL | undefined;
	/** The moment from which the grace counts. */
	since: typeof paper.depositedAt | typeof paper.checkedAt;
};

/**
 * Destroys the content of papers whose grace is over; kind, dates, agent and verdict stay.
 * @returns how many, at most 50 a call, and the objects to remove after the commit
 */
export async function emptyDue(tx: Tx, actor: Actor, { which, since }: Due): Promise<Emptied> {
	if (actor.kind !== 'system') throw new Refused('empty-papers');
	const grace = await settingOf(tx, 'paper_grace_days');
	const before = now().subtract({ hours: 24 * grace.value });
	const due = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(and(which, lte(since, before), isNull(paper.destroyedAt)))
		.orderBy(asc(since))
		.limit(BATCH)
		.for('update', { skipLocked: true });
	const storageKeys: StorageKey[] = [];
	for (const { id } of due) storageKeys.push(...(await destroyContent(tx, id, {})));
	return { papers: due.length, storageKeys };
}
