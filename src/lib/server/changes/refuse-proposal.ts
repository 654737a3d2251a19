import type { Actor } from '../../domain/accounts/actor.ts';
import { proposalStateAfter } from '../../domain/changes/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { agentOnly, lockProposal } from './access.ts';
import { answerWords, closeProposal } from './close-proposal.ts';
import { counterInName } from './counter-in-name.ts';

/**
 * It cannot be entered: the person reads why, in words (RGPD art. 12(4) for a rectification).
 * @throws NotFound to anybody but an agent of the territory; RuleBroken `answer-missing`, `answer-too-long`,
 * `proposal-action-forbidden`
 */
export async function refuseProposal(
	tx: Tx,
	actor: Actor,
	input: { id: string; answer: string }
): Promise<void> {
	const agent = agentOnly(actor);
	const row = await lockProposal(tx, actor, input.id);
	const state = proposalStateAfter(row.state, 'refuse', 'agent');
	const answer = answerWords(input.answer);
	if (answer === null) throw new RuleBroken('answer-missing');
	const answeredFor = await counterInName(tx, agent, row.applicationId);
	await closeProposal(tx, agent, row, {
		action: 'refuse',
		state,
		answer,
		enteredOn: null,
		answeredFor
	});
}
