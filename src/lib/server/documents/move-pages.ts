import { and, eq } from 'drizzle-orm';
import { RuleBroken } from '../../domain/errors.ts';
import { paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PaperStore, StorageKey } from '../ports/storage.ts';
import type { PageCopy } from './copy-pages.ts';
import { dropObjects, keepObjects } from './sealed-objects.ts';

/**
 * Moves pages to another paper of the same request, after those it has. Both papers are locked by the caller, who
 * enqueues both afterwards (enqueue-preparation.ts).
 * @param copies of copyPages, in the order wanted
 * @returns the objects to remove after the commit
 * @throws RuleBroken `pages-changed` when a page was removed or moved meanwhile
 */
export async function movePages(
	tx: Tx,
	store: PaperStore,
	{ copies, toPaperId }: { copies: readonly PageCopy[]; toPaperId: string }
): Promise<StorageKey[]> {
	await keepObjects(
		tx,
		store,
		copies.map(({ object }) => object)
	);
	const after = await tx.$count(paperPage, eq(paperPage.paperId, toPaperId));
	for (const [index, { pageId, copiedFrom, object }] of copies.entries()) {
		const moved = await tx
			.update(paperPage)
			.set({
				paperId: toPaperId,
				// Of a file of the other paper: here it is of none.
				fileId: null,
				number: after + index + 1,
				objectId: object.id
			})
			.where(and(eq(paperPage.id, pageId), eq(paperPage.objectId, copiedFrom)))
			.returning({ id: paperPage.id });
		if (moved.length === 0) throw new RuleBroken('pages-changed');
	}
	return dropObjects(
		tx,
		copies.map(({ copiedFrom }) => copiedFrom)
	);
}
