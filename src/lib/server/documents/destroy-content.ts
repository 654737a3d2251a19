import { and, eq } from 'drizzle-orm';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile, paperPage, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';

type Fact = Partial<typeof paper.$inferInsert>;

/**
 * Destroys all that a paper is made of: keys, content, previews, and the names and fingerprints of its files, which say
 * something of the content too. The paper's own line stays: kind, dates, who, verdict.
 *
 * @param fact what the line says from now on: the database refuses a paper without content that is still to be read
 * @returns the objects to remove from the store after the commit (removeKept); the sweeper removes them otherwise
 */
export async function destroyContent(tx: Tx, paperId: string, fact: Fact): Promise<StorageKey[]> {
	await tx
		.update(paper)
		.set({ ...NOTHING_LEFT, destroyedAt: now(), ...fact })
		.where(eq(paper.id, paperId));
	return erase(tx, paperId);
}

/**
 * Removes a paper whole, content and line: a draft given up, or the papers of a request struck off a year ago.
 * @returns the objects to remove from the store after the commit
 */
export async function erasePaper(tx: Tx, paperId: string): Promise<StorageKey[]> {
	await tx.update(paper).set(NOTHING_LEFT).where(eq(paper.id, paperId));
	const storageKeys = await erase(tx, paperId);
	await tx.delete(paper).where(eq(paper.id, paperId));
	return storageKeys;
}

const NOTHING_LEFT = { cleanObjectId: null, preparedAt: null, prepareAt: null, waitingFor: null };

async function erase(tx: Tx, paperId: string): Promise<StorageKey[]> {
	await tx.delete(paperPage).where(eq(paperPage.paperId, paperId));
	// In this order: pieces name files, files name what they were sent as.
	const pieces = await tx
		.delete(sealedObject)
		.where(and(eq(sealedObject.paperId, paperId), eq(sealedObject.role, 'part')))
		.returning({ storageKey: sealedObject.storageKey });
	await tx.delete(paperFile).where(eq(paperFile.paperId, paperId));
	const rest = await tx
		.delete(sealedObject)
		.where(eq(sealedObject.paperId, paperId))
		.returning({ storageKey: sealedObject.storageKey });
	return [...pieces, ...rest].map(({ storageKey }) => storageKey);
}
