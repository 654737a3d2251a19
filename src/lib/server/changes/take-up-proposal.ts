import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { proposalStateAfter } from '../../domain/changes/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { proposal } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { agentOnly, lockProposal } from './access.ts';
import { writeStep } from './write-proposal.ts';

/**
 * An agent begins to type it in the register: from now on its author can no longer change it. Twice by one agent is
 * one success.
 * @param input.version the one the agent has read
 * @throws NotFound to anybody but an agent of the territory; RuleBroken `proposal-edited-meanwhile`,
 * `proposal-taken-by-another`, `proposal-action-forbidden`
 */
export async function takeUpProposal(
	tx: Tx,
	actor: Actor,
	input: { id: string; version: number }
): Promise<void> {
	agentOnly(actor);
	const row = await lockProposal(tx, actor, input.id);
	if (row.state === 'being_entered') {
		if (row.takenUpBy === actorLabel(actor)) return;
		throw new RuleBroken('proposal-taken-by-another');
	}
	const state = proposalStateAfter(row.state, 'take_up', 'agent');
	if (row.version !== input.version) throw new RuleBroken('proposal-edited-meanwhile');
	await tx
		.update(proposal)
		.set({ state, takenUpAt: now(), takenUpBy: actorLabel(actor) })
		.where(eq(proposal.id, row.id));
	await writeStep(tx, actor, row, 'take_up', state);
	await recordAudit(tx, actor, {
		action: 'take-up-proposal',
		applicationId: row.applicationId,
		subjectKind: 'proposal',
		subjectId: row.id
	});
}
