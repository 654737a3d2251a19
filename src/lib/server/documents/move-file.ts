import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { fileOfDraft, filesOfDraft, keepDraft, lockDraft } from './draft-files.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { renumberPages } from './renumber-pages.ts';

/**
 * Puts a page of a draft in another place. The place is said, not the step: the same click twice moves it once.
 * @param input.place from 1; beyond the end means the end
 * @throws NotFound; RuleBroken `draft-sent`
 */
export async function moveFile(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; fileId: string; place: number }
): Promise<void> {
	const draft = await lockDraft(tx, actor, input.paperId);
	const { position } = await fileOfDraft(tx, draft.id, input.fileId);
	const files = await filesOfDraft(tx, draft.id);
	// A page and the one that is about to replace it stand in one place, and move together.
	const places = [...new Set(files.map((file) => file.position))];
	const others = places.filter((place) => place !== position);
	const order = others.toSpliced(input.place - 1, 0, position);
	for (const file of files) {
		await tx
			.update(paperFile)
			.set({ position: order.indexOf(file.position) + 1 })
			.where(eq(paperFile.id, file.id));
	}
	await renumberPages(tx, draft.id);
	await keepDraft(tx, draft.id);
	await enqueuePreparation(tx, draft.id);
}
