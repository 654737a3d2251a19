import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent } from './access.ts';
import { isResendReason, NOTE_MAX, packResend } from './resend-reason.ts';

export type AskAgainInput = { paperId: string; reason: string; note: string };

/**
 * An agent sets a paper aside and the applicant is told why (arrêté of 19 April 2022: a paper may be set aside only if
 * the applicant is informed). The paper itself stays until it is replaced or withdrawn.
 * @throws NotFound; RuleBroken `resend-reason`, `resend-note-length`, `paper-action-forbidden`
 */
export async function askAgain(tx: Tx, actor: Actor, input: AskAgainInput): Promise<void> {
	requireAgent(actor, 'ask-again');
	const note = input.note
		.normalize('NFC')
		.replace(/\p{C}+/gu, ' ')
		.trim();
	if (!isResendReason(input.reason)) throw new RuleBroken('resend-reason');
	if (note.length > NOTE_MAX) throw new RuleBroken('resend-note-length', { most: NOTE_MAX });
	const found = await lockPaper(tx, actor, input.paperId);
	const state = paperStateAfter(found.state, 'ask_again', 'agent');
	await tx
		.update(paper)
		.set({
			state,
			checkedAt: now(),
			checkedBy: actorLabel(actor),
			reason: packResend({ reason: input.reason, note })
		})
		.where(eq(paper.id, found.id));
	await recordAudit(tx, actor, {
		action: 'ask-paper-again',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id,
		detail: { reason: input.reason }
	});
}
