import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { proposalStateAfter } from '../../domain/changes/states.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { proposal } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { agentOnly, lockProposal } from './access.ts';
import { writeStep } from './write-proposal.ts';

/**
 * Back to the list, by whoever began or a colleague: its author may change it again. Twice is one success.
 * @throws NotFound to anybody but an agent of the territory; RuleBroken `proposal-action-forbidden`
 */
export async function handBackProposal(tx: Tx, actor: Actor, input: { id: string }): Promise<void> {
	agentOnly(actor);
	const row = await lockProposal(tx, actor, input.id);
	if (row.state === 'proposed') return;
	const state = proposalStateAfter(row.state, 'hand_back', 'agent');
	await tx
		.update(proposal)
		.set({ state, takenUpAt: null, takenUpBy: null })
		.where(eq(proposal.id, row.id));
	await writeStep(tx, actor, row, 'hand_back', state);
	await recordAudit(tx, actor, {
		action: 'hand-back-proposal',
		applicationId: row.applicationId,
		subjectKind: 'proposal',
		subjectId: row.id
	});
}
