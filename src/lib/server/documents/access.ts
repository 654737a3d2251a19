import { and, eq, ne, or } from 'drizzle-orm';
import { actorLabel, type Actor, type Agent } from '../../domain/accounts/actor.ts';
import { mayBeShown } from '../../domain/documents/paper-codes.ts';
import type { PaperActor, PaperState } from '../../domain/documents/states.ts';
import { NotFound, Refused, RuleBroken } from '../../domain/errors.ts';
import { isUuid, visibleApplications } from '../applications/access.ts';
import { application } from '../db/schema/applications.ts';
import { paper, paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireMandate } from '../helpers/access.ts';

/** Who somebody is in the table of a paper's states. @throws NotFound for a visitor, who has no paper */
export function paperActor(actor: Actor): PaperActor {
	switch (actor.kind) {
		case 'applicant':
		case 'helper':
			return 'applicant';
		case 'agent':
		case 'system':
			return actor.kind;
		case 'visitor':
			throw new NotFound('paper');
	}
}

/** @throws Refused for anybody but an agent */
export function requireAgent(actor: Actor, action: string): Agent {
	if (actor.kind !== 'agent') throw new Refused(action);
	return actor;
}

/** @throws Refused for anybody but the person the request belongs to */
export function requireOwner(actor: Actor, action: string): { applicationId: string } {
	if (actor.kind !== 'applicant') throw new Refused(action);
	return actor;
}

/** @throws Refused for anybody but the person of the request, and a helper who may send papers for them */
export function requireSender(actor: Actor, action: string): { applicationId: string } {
	if (actor.kind === 'helper') return requireMandate(actor, 'send-paper');
	return requireOwner(actor, action);
}

/** The catalogues of the service are the head's. @throws Refused unless the head of service or the software acts */
export function requireCatalogueEditor(actor: Actor): void {
	if (actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'head')) return;
	throw new Refused('edit-paper-catalogue');
}

/**
 * Papers on health, violence or guardianship are opened by the head of service, and by the agents to whom they gave
 * that right: SNE too separates those who may read sensitive papers. Their owner sees them.
 */
export function mayOpenContent(actor: Actor, sensitive: boolean): boolean {
	return !sensitive || actor.kind !== 'agent' || mayReadSensitive(actor);
}

/** @throws Refused for a sensitive paper that this agent may not read: who may not read it may not decide on it */
export function requireContent(actor: Actor, sensitive: boolean, action: string): void {
	if (!mayOpenContent(actor, sensitive)) throw new Refused(action);
}

type Content = Pick<typeof paper.$inferSelect, 'scan' | 'pageCount' | 'destroyedAt'>;

/** Whether its pages can be looked at: the antivirus has spoken, they are made, and they are still here. */
export function isReadable({ scan, pageCount, destroyedAt }: Content): boolean {
	return mayBeShown(scan) && pageCount > 0 && destroyedAt === null;
}

/** @throws RuleBroken `paper-not-ready`: nobody decides on what nobody can see */
export function requireReadable(found: Content): void {
	if (!isReadable(found)) throw new RuleBroken('paper-not-ready');
}

/**
 * What was decided by somebody else since the agent looked is not decided over unseen.
 * @param seen the state on the agent's screen; left out, none was shown (seeds)
 * @throws RuleBroken `paper-action-forbidden`
 */
export function requireUnchanged(found: { state: PaperState }, seen?: string): void {
	if (seen !== undefined && seen !== found.state) {
		throw new RuleBroken('paper-action-forbidden', { state: found.state });
	}
}

export function mayReadSensitive(agent: Agent): boolean {
	return agent.role === 'head' || agent.readsSensitive === true;
}

/** A draft is its author's alone: the applicant's, or an agent's who scans at the counter. */
function notSomebodyElsesDraft(actor: Actor) {
	if (actor.kind !== 'agent') return undefined;
	return or(ne(paper.state, 'receiving'), eq(paper.sentBy, actorLabel(actor)));
}

/**
 * One paper that this actor may see, locked for a change. One that was deleted is not there any more.
 * @throws NotFound for a stranger's paper as for an unknown one
 */
export async function lockPaper(tx: Tx, actor: Actor, paperId: string) {
	if (!isUuid(paperId)) throw new NotFound('paper');
	const [found] = await tx
		.select({ paper, sensitive: paperCategory.sensitive })
		.from(paper)
		.innerJoin(application, eq(application.id, paper.applicationId))
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.where(
			and(
				eq(paper.id, paperId),
				ne(paper.state, 'deleted'),
				visibleApplications(actor),
				notSomebodyElsesDraft(actor)
			)
		)
		.for('update', { of: paper });
	if (!found) throw new NotFound('paper');
	return { ...found.paper, sensitive: found.sensitive };
}

/** A paper as lockPaper gives it. */
export type LockedPaper = Awaited<ReturnType<typeof lockPaper>>;
