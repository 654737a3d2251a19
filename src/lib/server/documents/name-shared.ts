import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { checkWhatIsSent } from './check-what-is-sent.ts';
import { keepDraft, lockDraftAndRequest } from './draft-files.ts';

/**
 * Says what a document that was shared from the phone is, and whom it is about: it arrived before anybody could.
 *
 * @throws NotFound for a stranger's document; RuleBroken `draft-sent`, `paper-unknown-kind`, `paper-unknown-person`,
 * `paper-not-asked`
 */
export async function nameShared(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; category: string; personId: string | null }
): Promise<void> {
	const { applicationId } = await lockDraftAndRequest(tx, actor, input.paperId);
	const { category } = input;
	const personId = await checkWhatIsSent(tx, { ...input, applicationId });
	await tx
		.update(paper)
		.set({ categoryCode: category, personId })
		.where(eq(paper.id, input.paperId));
	await keepDraft(tx, input.paperId);
}
