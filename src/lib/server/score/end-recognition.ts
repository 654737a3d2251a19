import { and, eq, isNull } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { isUuid, requireApplication } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { recognition } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Writes that a recognised situation is over, today; what was recognised until then stays in the history.
 * @throws Refused unless an agent acts; NotFound for a request outside their territory, and for what is not in force
 */
export async function endRecognition(
	tx: Tx,
	actor: Actor,
	{ applicationId, id }: { applicationId: string; id: string }
): Promise<void> {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('end-recognition');
	await requireApplication(tx, actor, applicationId);
	if (!isUuid(id)) throw new NotFound('recognition');
	const ended = await tx
		.update(recognition)
		.set({ endedOn: today(), endedBy: actorLabel(actor) })
		.where(
			and(
				eq(recognition.id, id),
				eq(recognition.applicationId, applicationId),
				isNull(recognition.endedOn)
			)
		)
		.returning({ kind: recognition.kind });
	if (!ended[0]) throw new NotFound('recognition');
	await tx.update(application).set({ updatedAt: now() }).where(eq(application.id, applicationId));
	await recordAudit(tx, actor, {
		action: 'end-recognition',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId,
		detail: { kind: ended[0].kind }
	});
}
