import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { verdictOnAll, type ScanVerdict } from '../../domain/documents/paper-codes.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile, paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PaperStore, StorageKey } from '../ports/storage.ts';
import { renumberPages } from './renumber-pages.ts';
import { dropObjects, keepObjects, type NewObject } from './sealed-objects.ts';

/** A page that lies sealed in `incoming`. */
export type NewPage = { object: NewObject; width: number; height: number };

export type KeepPagesInput = {
	fileId: string;
	paperId: string;
	/** What the pages were made from; the file may have been taken back since. */
	madeFrom: string;
	verdict: Extract<ScanVerdict, 'clean' | 'unscanned_accepted'>;
	pages: readonly NewPage[];
	store: PaperStore;
};

/**
 * The pages of a file take its place: what was sent, with its metadata and whatever it hid, is destroyed in the same
 * transaction.
 * @returns the objects to remove after the commit; null when the file is no longer there and nothing was kept
 */
export async function keepPages(
	tx: Tx,
	actor: Actor,
	input: KeepPagesInput
): Promise<StorageKey[] | null> {
	if (actor.kind !== 'system') throw new Refused('prepare-paper');
	const { paperId, fileId, pages } = input;
	await tx.select({ id: paper.id }).from(paper).where(eq(paper.id, paperId)).for('update');
	const [file] = await tx
		.select()
		.from(paperFile)
		.where(and(eq(paperFile.id, fileId), eq(paperFile.objectId, input.madeFrom)));
	if (!file) return null;
	await keepObjects(
		tx,
		input.store,
		pages.map(({ object }) => object)
	);
	await tx.insert(paperPage).values(
		pages.map(({ object, width, height }, index) => ({
			paperId,
			fileId,
			number: index + 1,
			width,
			height,
			rotation: file.rotation,
			objectId: object.id
		}))
	);
	await tx
		.update(paperFile)
		.set({ objectId: null, preparedAt: now(), scan: input.verdict })
		.where(eq(paperFile.id, fileId));
	await renumberPages(tx, paperId);
	await sayVerdict(tx, paperId);
	return dropObjects(tx, [input.madeFrom]);
}

/** The verdict on the paper follows those on its files. */
async function sayVerdict(tx: Tx, paperId: string): Promise<void> {
	const files = await tx
		.select({ scan: paperFile.scan })
		.from(paperFile)
		.where(and(eq(paperFile.paperId, paperId), eq(paperFile.state, 'arrived')));
	await tx
		.update(paper)
		.set({ scan: verdictOnAll(files.map(({ scan }) => scan)), scannedAt: now(), waitingFor: null })
		.where(eq(paper.id, paperId));
}
