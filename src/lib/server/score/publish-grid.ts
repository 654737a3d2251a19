import { and, eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { scoreGrid } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { criteriaOf, lockDraft } from './grids.ts';

/**
 * Publishes a draft: from that day on it counts, and nobody changes it any more. The scores of requests follow when
 * it begins (compute-scores.ts).
 *
 * @param startsOn today or later: a grid is never applied to the past, save by the software's own reference data
 * @throws Refused unless the head of service acts; NotFound; RuleBroken `grid-published`, `grid-empty`,
 * `grid-source-missing`, `grid-starts-in-past`, `grid-start-taken`
 */
export async function publishGrid(
	tx: Tx,
	actor: Actor,
	{ gridId, startsOn }: { gridId: string; startsOn: Temporal.PlainDate }
): Promise<void> {
	requireGridEditor(actor);
	const draft = await lockDraft(tx, gridId);
	const criteria = await criteriaOf(tx, gridId);
	if (criteria.length === 0) throw new RuleBroken('grid-empty');
	if (draft.source.trim() === '') throw new RuleBroken('grid-source-missing');
	if (actor.kind !== 'system' && Temporal.PlainDate.compare(startsOn, today()) < 0)
		throw new RuleBroken('grid-starts-in-past');
	const sameDay = and(eq(scoreGrid.state, 'published'), eq(scoreGrid.startsOn, startsOn));
	if ((await tx.$count(scoreGrid, sameDay)) > 0) throw new RuleBroken('grid-start-taken');
	await tx
		.update(scoreGrid)
		.set({
			state: 'published',
			startsOn,
			publishedAt: now(),
			publishedBy: actorLabel(actor)
		})
		.where(eq(scoreGrid.id, gridId));
	await recordAudit(tx, actor, {
		action: 'publish-grid',
		applicationId: null,
		subjectKind: 'grid',
		subjectId: gridId,
		detail: { startsOn: startsOn.toString(), criteria: criteria.length }
	});
}
