import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** A paper taken up and not finished is taken up again after so long: whoever had it died. */
const LEASE = { minutes: 15 };

export type Claimed = { paperId: string; applicationId: string; tries: number };

/**
 * Takes up the paper that has been due for the longest time. Any number of workers may ask at once: each gets another.
 * @returns null when none is due
 */
export async function claimPreparation(tx: Tx, actor: Actor): Promise<Claimed | null> {
	if (actor.kind !== 'system') throw new Refused('prepare-paper');
	const [due] = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(lte(paper.prepareAt, now()))
		.orderBy(asc(paper.prepareAt))
		.limit(1)
		.for('update', { skipLocked: true });
	if (!due) return null;
	const [claimed] = await tx
		.update(paper)
		.set({ prepareAt: now().add(LEASE), prepareTries: sql`${paper.prepareTries} + 1` })
		.where(and(eq(paper.id, due.id)))
		.returning({
			paperId: paper.id,
			applicationId: paper.applicationId,
			tries: paper.prepareTries
		});
	return claimed ?? null;
}
