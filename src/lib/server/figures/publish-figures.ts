import { and, eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { figureLine, figureRelease } from '../db/schema/figures.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireFiguresEditor } from './access.ts';

/**
 * Shows to everybody the figures that were set aside and looked at; those before them are kept as they were. Twice
 * the same is once.
 * @throws Refused unless the head of service acts; NotFound when there is nothing of that name
 */
export async function publishFigures(
	tx: Tx,
	actor: Actor,
	{ releaseId }: { releaseId: string }
): Promise<void> {
	requireFiguresEditor(actor);
	if (!isUuid(releaseId)) throw new NotFound('figures');
	const [found] = await tx
		.select()
		.from(figureRelease)
		.where(eq(figureRelease.id, releaseId))
		.for('update');
	if (!found) throw new NotFound('figures');
	if (found.state === 'published') return;
	await tx
		.update(figureRelease)
		.set({ state: 'published', publishedAt: now(), publishedBy: actorLabel(actor) })
		.where(and(eq(figureRelease.id, releaseId), eq(figureRelease.state, 'draft')));
	const lines = await tx.$count(figureLine, eq(figureLine.releaseId, releaseId));
	await recordAudit(tx, actor, {
		action: 'publish-figures',
		applicationId: null,
		subjectKind: 'figures',
		subjectId: releaseId,
		detail: { lines, asOf: found.asOf.toString(), example: found.isExample }
	});
}
