import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { now, today } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireOwner } from './access.ts';
import { filesOfDraft, lockDraftAndRequest } from './draft-files.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';

/**
 * The applicant has put a document together and sends it to the counter. Reception starts the 15 days (R441-2-4-1).
 * Sent twice, it is sent once.
 *
 * @throws NotFound; RuleBroken `draft-empty`, `draft-page-under-way` while a page has not arrived whole,
 * `draft-page-refused` while one cannot be used, `forbidden-transition` when the request takes no more papers
 */
export async function sendDraft(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<{ repeated: boolean }> {
	requireOwner(actor, 'send-paper');
	const draft = await lockDraftAndRequest(tx, actor, input.paperId).catch(alreadySent);
	if (draft === null) return { repeated: true };
	const files = await filesOfDraft(tx, draft.id);
	if (files.length === 0) throw new RuleBroken('draft-empty');
	if (files.some((file) => file.state === 'sending')) throw new RuleBroken('draft-page-under-way');
	if (files.some((file) => file.state === 'refused')) throw new RuleBroken('draft-page-refused');
	await tx
		.update(paper)
		.set({
			state: paperStateAfter(draft.state, 'finish_upload', 'applicant'),
			receivedAt: now(),
			expiresAt: null
		})
		.where(eq(paper.id, draft.id));
	await enqueuePreparation(tx, draft.id);
	await recordEvent(tx, actor, {
		applicationId: draft.applicationId,
		kind: 'papers_received',
		occurredOn: today(),
		origin: 'declared',
		author: 'applicant',
		detail: { paperId: draft.id, category: draft.categoryCode }
	});
	return { repeated: false };
}

function alreadySent(cause: unknown): null {
	if (cause instanceof RuleBroken && cause.rule === 'draft-sent') return null;
	throw cause;
}
