import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Rotation } from '../../domain/documents/paper-codes.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile, paperPage, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { PaperStore, StorageKey } from '../ports/storage.ts';
import { dropObjects, keepObjects, type NewObject, type SealedRow } from './sealed-objects.ts';

export type PageToBind = {
	id: string;
	width: number;
	height: number;
	rotation: Rotation;
	object: SealedRow;
};

/** The pages of a paper, in order, each with its picture. */
export async function pagesToBind(tx: Tx, paperId: string): Promise<PageToBind[]> {
	const rows = await tx
		.select({
			id: paperPage.id,
			width: paperPage.width,
			height: paperPage.height,
			rotation: paperPage.rotation,
			object: sealedObject
		})
		.from(paperPage)
		.innerJoin(sealedObject, eq(sealedObject.id, paperPage.objectId))
		.where(eq(paperPage.paperId, paperId))
		.orderBy(asc(paperPage.number), asc(paperPage.id));
	return rows.map((row) => ({ ...row, rotation: row.rotation as Rotation }));
}

/**
 * The pages of a paper that is sent and whose files are all drawn: the cleaned file can be made.
 * @returns null for a draft, or while a file is still to be drawn: there is then nothing to do for now
 */
export async function readyToBind(tx: Tx, paperId: string): Promise<PageToBind[] | null> {
	const [found] = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(and(eq(paper.id, paperId), ne(paper.state, 'receiving'), isNotNull(paper.prepareAt)));
	const undrawn = await tx
		.select({ id: paperFile.id })
		.from(paperFile)
		.where(and(eq(paperFile.paperId, paperId), isNotNull(paperFile.objectId)))
		.limit(1);
	if (!found || undrawn.length > 0) return null;
	const pages = await pagesToBind(tx, paperId);
	return pages.length > 0 ? pages : null;
}

/**
 * The cleaned file is there, and the paper is ready to be looked at.
 * @param made what it was made of; when a page was turned or moved meanwhile, the paper stays due and nothing is kept
 * @returns the objects to remove after the commit; null when nothing was kept
 */
export async function keepClean(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; made: readonly PageToBind[]; object: NewObject; store: PaperStore }
): Promise<StorageKey[] | null> {
	if (actor.kind !== 'system') throw new Refused('prepare-paper');
	const { paperId, made, object } = input;
	const [found] = await tx
		.select({ cleanObjectId: paper.cleanObjectId })
		.from(paper)
		.where(and(eq(paper.id, paperId), isNotNull(paper.prepareAt)))
		.for('update');
	if (!found) return null;
	if (signatureOf(await pagesToBind(tx, paperId)) !== signatureOf(made)) {
		await tx.update(paper).set({ prepareAt: now() }).where(eq(paper.id, paperId));
		return null;
	}
	await keepObjects(tx, input.store, [object]);
	await tx
		.update(paper)
		.set({
			cleanObjectId: object.id,
			preparedAt: now(),
			prepareAt: null,
			prepareTries: 0,
			waitingFor: null
		})
		.where(eq(paper.id, paperId));
	return dropObjects(tx, found.cleanObjectId === null ? [] : [found.cleanObjectId]);
}

const signatureOf = (pages: readonly PageToBind[]) =>
	pages.map(({ id, rotation }) => `${id} ${rotation}`).join('\n');
