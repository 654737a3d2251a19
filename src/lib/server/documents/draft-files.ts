import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { DRAFT_DAYS } from '../../domain/documents/limits.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile, paperPage, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { lockPaper } from './access.ts';
import { lockApplication } from './check-quota.ts';
import { dropObjects } from './sealed-objects.ts';

export type PaperFile = typeof paperFile.$inferSelect;

/**
 * A document that is still being put together, locked.
 * @throws NotFound; RuleBroken `draft-sent` once it is with the counter
 */
export async function lockDraft(tx: Tx, actor: Actor, paperId: string) {
	const found = await lockPaper(tx, actor, paperId);
	if (found.state !== 'receiving') throw new RuleBroken('draft-sent');
	return found;
}

/**
 * The same, its request locked first, as every sending does: two of them then never wait for each other.
 * @throws NotFound; RuleBroken `draft-sent`
 */
export async function lockDraftAndRequest(tx: Tx, actor: Actor, paperId: string) {
	const [seen] = isUuid(paperId)
		? await tx
				.select({ applicationId: paper.applicationId })
				.from(paper)
				.where(and(eq(paper.id, paperId), eq(paper.state, 'receiving')))
		: [];
	// A paper that is no draft is refused by its own lock: an agent may hold it, and wait for the request.
	if (seen) await lockApplication(tx, seen.applicationId);
	return lockDraft(tx, actor, paperId);
}

/** Its files in their order: the first page first; of two in one place, the older first. */
export async function filesOfDraft(tx: Tx, paperId: string): Promise<PaperFile[]> {
	return tx
		.select()
		.from(paperFile)
		.where(eq(paperFile.paperId, paperId))
		.orderBy(asc(paperFile.position), asc(paperFile.createdAt), asc(paperFile.id));
}

/** @throws NotFound for a file of another document as for an unknown one */
export async function fileOfDraft(tx: Tx, paperId: string, fileId: string): Promise<PaperFile> {
	if (!isUuid(fileId)) throw new NotFound('file');
	const [found] = await tx
		.select()
		.from(paperFile)
		.where(and(eq(paperFile.id, fileId), eq(paperFile.paperId, paperId)));
	if (!found) throw new NotFound('file');
	return found;
}

/** Each new byte and each change gives the person some days more to finish. */
export async function keepDraft(tx: Tx, paperId: string): Promise<void> {
	await tx
		.update(paper)
		.set({ expiresAt: now().add({ hours: DRAFT_DAYS * 24 }) })
		.where(eq(paper.id, paperId));
}

/**
 * Takes a file out of a document with all that was made of it; nothing says that it was there.
 * @returns the objects to remove from the store after the commit (removeKept)
 */
export async function eraseFile(tx: Tx, file: Pick<PaperFile, 'id' | 'objectId'>) {
	const pages = await tx
		.delete(paperPage)
		.where(eq(paperPage.fileId, file.id))
		.returning({ objectId: paperPage.objectId });
	const pieces = await dropPieces(tx, file.id);
	await tx.delete(paperFile).where(eq(paperFile.id, file.id));
	const objects = [...pages.map(({ objectId }) => objectId), file.objectId];
	return [
		...pieces,
		...(await dropObjects(
			tx,
			objects.filter((id) => id !== null)
		))
	];
}

/** Drops the pieces a file arrived in. */
export async function dropPieces(tx: Tx, fileId: string): Promise<StorageKey[]> {
	const dropped = await tx
		.delete(sealedObject)
		.where(eq(sealedObject.fileId, fileId))
		.returning({ storageKey: sealedObject.storageKey });
	return dropped.map(({ storageKey }) => storageKey);
}
