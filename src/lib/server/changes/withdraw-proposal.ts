import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { proposalStateAfter } from '../../domain/changes/states.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { proposal } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockProposal } from './access.ts';
import { writeStep } from './write-proposal.ts';

/**
 * The applicant takes back what nobody has begun to enter. Twice is one success.
 * @throws NotFound for anybody else's; RuleBroken `proposal-taken-up`, `proposal-action-forbidden`
 */
export async function withdrawProposal(tx: Tx, actor: Actor, input: { id: string }): Promise<void> {
	if (actor.kind !== 'applicant') throw new NotFound('proposal');
	const row = await lockProposal(tx, actor, input.id);
	if (row.state === 'withdrawn') return;
	if (row.state === 'being_entered') throw new RuleBroken('proposal-taken-up');
	const state = proposalStateAfter(row.state, 'withdraw', 'applicant');
	await tx.update(proposal).set({ state, updatedAt: now() }).where(eq(proposal.id, row.id));
	await writeStep(tx, actor, row, 'withdraw', state);
}
