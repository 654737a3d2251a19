import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import {
	countedForActor,
	isUuid,
	requireApplication,
	visibleApplications
} from '../applications/access.ts';
import { built, type Given } from '../db/built.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import { application, person } from '../db/schema/applications.ts';
import { proposal, proposalStep } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** OPEN_STATES, as the index says it (proposal_open). */
const isOpen = sql`${proposal.state} in ('proposed', 'being_entered')`;

/**
 * Everything that was asked about a request, newest first.
 * @throws NotFound for a stranger's request
 */
export async function proposalsOf(tx: Tx, actor: Actor, applicationId: string) {
	const [, found] = await Promise.all([
		requireApplication(tx, actor, applicationId),
		proposals(tx, { applicationId })
	]);
	return found;
}

const proposals = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select()
		.from(proposal)
		.where(eq(proposal.applicationId, applicationId))
		.orderBy(desc(proposal.createdAt), desc(proposal.id))
);

/**
 * One proposal with its trace, and the name of the agent who is typing it.
 * @throws NotFound for a stranger's, or outside an agent's territory, as for one that does not exist
 */
export async function proposalById(tx: Tx, actor: Actor, id: string) {
	if (!isUuid(id)) throw new NotFound('proposal');
	const visible = tx
		.select({ proposal, takenUpByName: staffAccount.name })
		.from(proposal)
		.innerJoin(application, eq(application.id, proposal.applicationId))
		.leftJoin(staffAccount, sql`'agent:' || ${staffAccount.id} = ${proposal.takenUpBy}`)
		.where(and(eq(proposal.id, id), visibleApplications(actor)));
	const trace = tx
		.select({ action: proposalStep.action, at: proposalStep.at, by: proposalStep.by })
		.from(proposalStep)
		.where(eq(proposalStep.proposalId, id))
		.orderBy(asc(proposalStep.at), asc(proposalStep.id));
	const [[found], steps] = await Promise.all([visible, trace]);
	if (!found) throw new NotFound('proposal');
	return { ...found.proposal, takenUpByName: found.takenUpByName, steps };
}

export type ProposalView = Awaited<ReturnType<typeof proposalById>>;

/** How many wait for the counters of an agent: changes to enter, and corrections to answer. */
export async function countOpenProposals(tx: Tx, actor: Actor) {
	const [row] = await open(tx, actor);
	const { all = 0, corrections = 0 } = row ?? {};
	return { changes: all - corrections, corrections };
}

const open = countedForActor((tx, visible) => {
	const corrections = sql<number>`count(*) filter (where ${proposal.kind} = 'rectification')::int`;
	return tx
		.select({ all: count(), corrections })
		.from(proposal)
		.where(and(isOpen, visible(proposal.applicationId)));
});

/**
 * What waits for the counters of an agent, oldest first.
 * @param only corrections, or changes of situation
 * @param page from 0
 */
export async function openProposals(
	tx: Tx,
	actor: Actor,
	only: 'corrections' | 'changes',
	page: number,
	pageSize = 25
) {
	const isCorrection = eq(proposal.kind, 'rectification');
	const rows = await tx
		.select({
			id: proposal.id,
			applicationId: proposal.applicationId,
			kind: proposal.kind,
			subject: proposal.subject,
			state: proposal.state,
			createdAt: proposal.createdAt,
			takenUpBy: proposal.takenUpBy,
			uniqueNumber: application.uniqueNumber,
			firstName: person.firstName,
			lastName: person.lastName
		})
		.from(proposal)
		.innerJoin(application, eq(application.id, proposal.applicationId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(
			and(
				isOpen,
				only === 'corrections' ? isCorrection : sql`not (${isCorrection})`,
				visibleApplications(actor)
			)
		)
		.orderBy(asc(proposal.createdAt), asc(proposal.id))
		.limit(pageSize + 1)
		.offset(page * pageSize);
	return { proposals: rows.slice(0, pageSize), more: rows.length > pageSize };
}
