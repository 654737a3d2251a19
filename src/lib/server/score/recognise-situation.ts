import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { recognition } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type RecogniseInput = {
	applicationId: string;
	kind: (typeof recognition.$inferSelect)['kind'];
	/** From when the situation is recognised. */
	since: Temporal.PlainDate;
	/** The body that recognises it, in words the applicant reads. */
	author: string;
};

/**
 * Writes that a situation is recognised for a request: victims of a natural disaster, Logement d'abord. A recognised
 * DALO is an event of the request. Twice the same is once.
 *
 * @throws Refused unless an agent acts; NotFound for a request outside their territory; RuleBroken
 * `recognition-in-the-future`, `recognition-author-missing`
 */
export async function recogniseSituation(
	tx: Tx,
	actor: Actor,
	{ applicationId, kind, since, author: typed }: RecogniseInput
): Promise<void> {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('recognise-situation');
	await requireApplication(tx, actor, applicationId);
	const author = typed.trim();
	if (author === '') throw new RuleBroken('recognition-author-missing');
	if (Temporal.PlainDate.compare(since, today()) > 0)
		throw new RuleBroken('recognition-in-the-future');
	const written = await tx
		.insert(recognition)
		.values({
			applicationId,
			kind,
			since,
			author,
			origin: 'counter',
			recordedAt: now(),
			recordedBy: actorLabel(actor)
		})
		.onConflictDoNothing()
		.returning({ id: recognition.id });
	if (written.length === 0) return;
	// What looks for requests that changed finds it (scores-due.ts).
	await tx.update(application).set({ updatedAt: now() }).where(eq(application.id, applicationId));
	await recordAudit(tx, actor, {
		action: 'recognise-situation',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId,
		detail: { kind, since: since.toString() }
	});
}
