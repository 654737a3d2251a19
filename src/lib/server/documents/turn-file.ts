import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Rotation } from '../../domain/documents/paper-codes.ts';
import { paperFile, paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { fileOfDraft, keepDraft, lockDraft } from './draft-files.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';

/**
 * Turns a page of a draft. How it is to stand is said, not by how much: the same click twice turns it once.
 * @throws NotFound; RuleBroken `draft-sent`
 */
export async function turnFile(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; fileId: string; rotation: Rotation }
): Promise<void> {
	const draft = await lockDraft(tx, actor, input.paperId);
	const { id } = await fileOfDraft(tx, draft.id, input.fileId);
	const { rotation } = input;
	await tx.update(paperFile).set({ rotation }).where(eq(paperFile.id, id));
	await tx.update(paperPage).set({ rotation }).where(eq(paperPage.fileId, id));
	await keepDraft(tx, draft.id);
	await enqueuePreparation(tx, draft.id);
}
