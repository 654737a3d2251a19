import { eq } from 'drizzle-orm';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { wakeUp } from '../db/wake-up.ts';
import { renumberPages } from './renumber-pages.ts';

/**
 * Asks for a paper to be scanned and its pages to be made, at once: when a file of a draft has arrived, when the paper
 * is sent, when its pages were turned, moved, split or merged: they are numbered anew first. Once too often is harmless.
 */
export async function enqueuePreparation(tx: Tx, paperId: string): Promise<void> {
	await renumberPages(tx, paperId);
	await tx
		.update(paper)
		.set({ prepareAt: now(), prepareTries: 0, preparedAt: null })
		.where(eq(paper.id, paperId));
	await wakeUp(tx, 'prepare-papers');
}
