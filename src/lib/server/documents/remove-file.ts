import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { eraseFile, fileOfDraft, keepDraft, lockDraft } from './draft-files.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { renumberPages } from './renumber-pages.ts';

/**
 * Takes a page out of a draft, content and all. Its key is destroyed at the commit.
 * @returns the objects to remove from the store after the commit (removeKept)
 * @throws NotFound; RuleBroken `draft-sent`
 */
export async function removeFile(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; fileId: string }
): Promise<{ storageKeys: StorageKey[] }> {
	const draft = await lockDraft(tx, actor, input.paperId);
	const file = await fileOfDraft(tx, draft.id, input.fileId);
	const storageKeys = await eraseFile(tx, file);
	await renumberPages(tx, draft.id);
	await keepDraft(tx, draft.id);
	await enqueuePreparation(tx, draft.id);
	return { storageKeys };
}
