import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import {
	lockPaper,
	requireAgent,
	requireContent,
	requireReadable,
	requireUnchanged
} from './access.ts';
import { confirmKind, type RealKind } from './confirm-kind.ts';
import { leaveDesk } from './leave-desk.ts';

export type AcceptPaperInput = {
	paperId: string;
	/** What the agent saw it to be, and of whom; left out, what the applicant said stands (seeds). */
	real?: RealKind;
	/** The state that the agent saw. */
	from?: string;
};

/**
 * An agent has looked at the paper: legible, valid, of the kind and person it says, or of those the agent says instead
 * (arrêté of 19 April 2022).
 * @returns when it was received, which is its place in the queue
 * @throws NotFound; Refused for a sensitive paper that this agent may not read; RuleBroken `paper-not-ready` while its
 * pages cannot be looked at, `paper-unknown-kind`, `paper-unknown-person`, `paper-action-forbidden`
 */
export async function acceptPaper(
	tx: Tx,
	actor: Actor,
	input: AcceptPaperInput
): Promise<{ receivedAt: Temporal.Instant }> {
	requireAgent(actor, 'accept-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	requireContent(actor, found.sensitive, 'accept-paper');
	requireUnchanged(found, input.from);
	const state = paperStateAfter(found.state, 'accept', 'agent');
	requireReadable(found);
	const said = { category: found.categoryCode, personId: found.personId };
	const real = input.real
		? await confirmKind(tx, found.applicationId, input.real, said.category)
		: said;
	await tx
		.update(paper)
		.set({
			state,
			categoryCode: real.category,
			personId: real.personId,
			checkedAt: now(),
			checkedBy: actorLabel(actor),
			reason: null,
			told: null,
			mark: null
		})
		.where(eq(paper.id, found.id));
	await leaveDesk(tx, found.id);
	await recordAudit(tx, actor, {
		action: 'accept-paper',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id,
		detail: {
			category: real.category,
			...(real.category !== said.category && { said: said.category }),
			...(real.personId !== said.personId && { otherPerson: true })
		}
	});
	return { receivedAt: found.receivedAt! };
}
