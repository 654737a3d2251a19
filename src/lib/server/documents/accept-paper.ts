import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent } from './access.ts';

/**
 * An agent has looked at the paper: legible, valid, of the kind it says (arrêté of 19 April 2022).
 * @throws NotFound; RuleBroken `paper-action-forbidden`
 */
export async function acceptPaper(tx: Tx, actor: Actor, input: { paperId: string }): Promise<void> {
	requireAgent(actor, 'accept-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	const state = paperStateAfter(found.state, 'accept', 'agent');
	await tx
		.update(paper)
		.set({ state, checkedAt: now(), checkedBy: actorLabel(actor), reason: null })
		.where(eq(paper.id, found.id));
	await recordAudit(tx, actor, {
		action: 'accept-paper',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id
	});
}
