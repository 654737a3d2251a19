import { asc } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { applicationById, eventsOf } from '../applications/queries.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { commune } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * What an agent needs to enter an event: the state of the request, what happened to it, the names of the communes. The
 * look leaves its line in the journal.
 * @throws NotFound for whoever is no agent and for a stranger's request
 */
export async function viewLifecycle(tx: Tx, actor: Actor, applicationId: string) {
	if (actor.kind !== 'agent') throw new NotFound('application');
	const application = await applicationById(tx, actor, applicationId);
	const events = await eventsOf(tx, applicationId);
	const communes = await tx.select({ name: commune.name }).from(commune).orderBy(asc(commune.name));
	await recordAudit(tx, actor, {
		action: 'view-lifecycle',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return { application, events, communes: communes.map(({ name }) => name) };
}
