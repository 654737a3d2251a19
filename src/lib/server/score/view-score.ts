import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { applicationById } from '../applications/queries.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { person } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { recognitionsOf, requestScore } from './request-score.ts';

/**
 * The score of a request as an agent explains it at the counter, with the situations that the service recognised. The
 * look leaves its line in the journal.
 * @throws NotFound for whoever is no agent and for a stranger's request
 */
export async function viewScore(
	tx: Tx,
	actor: Actor,
	{ applicationId }: { applicationId: string }
) {
	if (actor.kind !== 'agent') throw new NotFound('application');
	const [{ uniqueNumber }, [holder], found, recognitions] = await Promise.all([
		applicationById(tx, actor, applicationId),
		tx
			.select({ firstName: person.firstName, lastName: person.lastName })
			.from(person)
			.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant'))),
		requestScore(tx, actor, applicationId),
		recognitionsOf(tx, applicationId)
	]);
	await recordAudit(tx, actor, {
		action: 'view-score',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return {
		uniqueNumber,
		holder: holder ?? null,
		found,
		recognitions
	};
}
