import { and, eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { now } from '../clock.ts';
import { figureLine, figureRelease } from '../db/schema/figures.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireFiguresEditor } from './access.ts';
import { publishFigures } from './publish-figures.ts';
import { figuresInForce } from './queries.ts';

/**
 * Puts an earlier release back in force, as a new one with the same lines: the history shows both. Nothing when it is
 * in force already.
 * @throws Refused unless the head of service acts; NotFound when it was never published
 */
export async function restoreFigures(
	tx: Tx,
	actor: Actor,
	{ releaseId }: { releaseId: string }
): Promise<void> {
	requireFiguresEditor(actor);
	if (!isUuid(releaseId)) throw new NotFound('figures');
	const [old] = await tx
		.select()
		.from(figureRelease)
		.where(and(eq(figureRelease.id, releaseId), eq(figureRelease.state, 'published')));
	if (!old) throw new NotFound('figures');
	if ((await figuresInForce(tx))?.id === releaseId) return;
	const { source, asOf, isExample, sha256 } = old;
	const [copy] = await tx
		.insert(figureRelease)
		.values({ source, asOf, isExample, sha256, createdAt: now(), createdBy: actorLabel(actor) })
		.returning({ id: figureRelease.id });
	if (!copy) throw new Error('the figures were not written');
	const lines = await tx.select().from(figureLine).where(eq(figureLine.releaseId, releaseId));
	await tx.insert(figureLine).values(lines.map((line) => ({ ...line, releaseId: copy.id })));
	await publishFigures(tx, actor, { releaseId: copy.id });
}
