import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import {
	paperStateAfter,
	type PaperAction,
	type PaperState
} from '../../domain/documents/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent, requireContent, requireUnchanged } from './access.ts';
import { announcePaperNews } from './announce-paper-news.ts';
import { leaveDesk } from './leave-desk.ts';
import { resendToSend, stampOf, type ResendInput } from './preview-resend.ts';
import { packResend } from './resend-reason.ts';

export type AskAgainInput = ResendInput & {
	/** Names the message that the agent read before it leaves; without it, none was shown (seeds). */
	seen?: string;
	/** The state that the agent saw. */
	from?: string;
};

/**
 * An agent says that a paper will not do, and the applicant is told why and what to do (arrêté of 19 April 2022: a paper
 * may be set aside only if the applicant is informed). It is then awaited again, or set aside when nothing is awaited in
 * its place; one that is in SNE already is marked there. Nothing is deleted.
 * @returns when it was received, which is its place in the queue
 * @throws NotFound; Refused for a sensitive paper that this agent may not read; RuleBroken `resend-reason`,
 * `resend-note-length`, `resend-changed` when the message is no longer the one that was shown, `paper-action-forbidden`
 */
export async function askAgain(
	tx: Tx,
	actor: Actor,
	input: AskAgainInput
): Promise<{ receivedAt: Temporal.Instant }> {
	requireAgent(actor, 'ask-again');
	const { reason, told, note } = await resendToSend(tx, input);
	const found = await lockPaper(tx, actor, input.paperId);
	requireContent(actor, found.sensitive, 'ask-again');
	requireUnchanged(found, input.from);
	const state = paperStateAfter(found.state, actionOn(found.state, told.again), 'agent');
	if (input.seen !== undefined && input.seen !== stampOf(told, note)) {
		throw new RuleBroken('resend-changed');
	}
	await tx
		.update(paper)
		.set({
			state,
			checkedAt: now(),
			checkedBy: actorLabel(actor),
			reason: packResend({ reason: reason.code, note }),
			told,
			mark: reason.mark
		})
		.where(eq(paper.id, found.id));
	await leaveDesk(tx, found.id);
	await announcePaperNews(tx, actor, { applicationId: found.applicationId });
	await recordAudit(tx, actor, {
		action: 'ask-paper-again',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id,
		detail: { reason: reason.code, mark: reason.mark }
	});
	return { receivedAt: found.receivedAt! };
}

function actionOn(state: PaperState, again: boolean): PaperAction {
	if (state === 'passed_on') return 'mark';
	return again ? 'ask_again' : 'set_aside';
}
