import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { WaitingReason } from '../../domain/documents/paper-codes.ts';
import { nextTry } from '../../domain/documents/scanning.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { Claimed } from './claim-preparation.ts';

/** A paper that could be neither cleared nor refused stays unseen, is tried again later, and agents read why. */
export async function holdPaper(
	tx: Tx,
	actor: Actor,
	{ paperId, tries, why }: Claimed & { why: WaitingReason }
): Promise<void> {
	if (actor.kind !== 'system') throw new Refused('prepare-paper');
	await tx
		.update(paper)
		.set({ waitingFor: why, prepareAt: nextTry(tries, now()) })
		// Unless it was taken back, or emptied, in between.
		.where(and(eq(paper.id, paperId), isNotNull(paper.prepareAt)));
}
