import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { registeredFacts } from '../applications/registered-facts.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { papersOfRequest } from '../documents/queries.ts';
import { agentOnly } from './access.ts';
import { proposalById } from './queries.ts';

/**
 * A proposal as an agent opens it, beside what is registered and the papers sent. Each look leaves its line in the
 * journal, in the same transaction.
 * @throws NotFound outside the agent's territory, for another request's, and to whoever is no agent
 */
export async function viewProposal(
	tx: Tx,
	actor: Actor,
	input: { id: string; applicationId: string }
) {
	agentOnly(actor);
	const asked = await proposalById(tx, actor, input.id);
	const { applicationId } = asked;
	if (applicationId !== input.applicationId) throw new NotFound('proposal');
	const facts = await registeredFacts(tx, actor, applicationId);
	const papers = await papersOfRequest(tx, actor, applicationId);
	await recordAudit(tx, actor, {
		action: 'view-proposal',
		applicationId,
		subjectKind: 'proposal',
		subjectId: asked.id
	});
	return { asked, facts, papers };
}
