import { and, eq } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { allows } from '../../domain/applications/state-rules.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { isUuid, visibleApplications } from '../applications/access.ts';
import { application } from '../db/schema/applications.ts';
import { proposal } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type ProposalRow = typeof proposal.$inferSelect;

/**
 * The request of whoever acts for it, locked until the end of the transaction: always the first lock of this concept,
 * so that an edit and an entry in the register never wait for each other.
 * @throws NotFound for anybody else; RuleBroken `request-not-live` once it is struck off
 */
export async function lockOwnRequest(tx: Tx, actor: Actor): Promise<string> {
	if (actor.kind !== 'applicant') throw new NotFound('application');
	const state = await lockRequest(tx, actor.applicationId);
	if (!allows(state, 'change')) throw new RuleBroken('request-not-live');
	return actor.applicationId;
}

/**
 * One proposal, its request and its row locked.
 * @throws NotFound for a stranger's, or outside an agent's territory, as for one that does not exist
 */
export async function lockProposal(tx: Tx, actor: Actor, id: string): Promise<ProposalRow> {
	if (!isUuid(id)) throw new NotFound('proposal');
	const [seen] = await tx
		.select({ applicationId: proposal.applicationId })
		.from(proposal)
		.innerJoin(application, eq(application.id, proposal.applicationId))
		.where(and(eq(proposal.id, id), visibleApplications(actor)));
	if (!seen) throw new NotFound('proposal');
	await lockRequest(tx, seen.applicationId);
	const [row] = await tx.select().from(proposal).where(eq(proposal.id, id)).for('update');
	return row!;
}

/** @throws NotFound for anybody but an agent: to the others these buttons do not exist */
export function agentOnly(actor: Actor): Agent {
	if (actor.kind !== 'agent') throw new NotFound('proposal');
	return actor;
}

async function lockRequest(tx: Tx, applicationId: string) {
	const [found] = await tx
		.select({ state: application.state })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	if (!found) throw new NotFound('application');
	return found.state;
}
