import type { Actor } from '../../domain/accounts/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { agentOnly } from './access.ts';
import { proposalsOf } from './queries.ts';

/**
 * Everything that was asked about a request, as an agent opens the list: the look leaves its line in the journal.
 * @throws NotFound outside the agent's territory, and to whoever is no agent
 */
export async function viewProposals(tx: Tx, actor: Actor, input: { applicationId: string }) {
	agentOnly(actor);
	const { applicationId } = input;
	const asked = await proposalsOf(tx, actor, applicationId);
	await recordAudit(tx, actor, {
		action: 'view-proposals',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return asked;
}
