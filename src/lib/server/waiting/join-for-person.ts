import type { Actor } from '../../domain/accounts/actor.ts';
import { requireApplication } from '../applications/access.ts';
import { myCounterFor, requireAgent } from '../appointments/for-person.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { enter, type JoinInput } from './join-list.ts';

/**
 * An agent puts somebody on the waiting list of one of their counters, at the person's wish. Putting them there twice
 * changes nothing.
 *
 * @returns the id of the entry
 * @throws NotFound for whoever is no agent, a stranger's request, another's counter, an unknown motive; RuleBroken
 * `not-reachable` when there is neither e-mail nor telephone to write to
 */
export async function joinForPerson(
	tx: Tx,
	actor: Actor,
	{ applicationId, ...input }: JoinInput & { applicationId: string }
): Promise<string> {
	const agent = requireAgent(actor);
	await requireApplication(tx, agent, applicationId);
	await myCounterFor(tx, agent, input.counter);
	const id = await enter(tx, agent, applicationId, input);
	await recordAudit(tx, agent, {
		action: 'join-waiting-list',
		applicationId,
		subjectKind: 'waiting-entry',
		subjectId: id
	});
	return id;
}
