import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { scoreCriterion, scoreGrid } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { gridById, gridOn, type KeptGrid } from './grids.ts';

/**
 * Begins a grid: a draft with the criteria of another, the one in force unless said, and nothing when there is none.
 * @returns its id
 * @throws Refused unless the head of service acts; NotFound for an unknown grid to begin from
 */
export async function draftGrid(
	tx: Tx,
	actor: Actor,
	{ from }: { from?: string } = {}
): Promise<string> {
	requireGridEditor(actor);
	const model = from ? await gridById(tx, actor, from) : await gridOn(tx, today());
	const [draft] = await tx
		.insert(scoreGrid)
		.values({
			title: model?.title ?? { fr: 'Grille de cotation' },
			source: model?.source ?? '',
			isExample: model?.isExample ?? false,
			createdAt: now(),
			createdBy: actorLabel(actor)
		})
		.returning({ id: scoreGrid.id });
	if (!draft) throw new Error('the grid was not written');
	await copyCriteria(tx, model, draft.id);
	await recordAudit(tx, actor, {
		action: 'draft-grid',
		applicationId: null,
		subjectKind: 'grid',
		subjectId: draft.id,
		detail: { from: model?.id ?? null }
	});
	return draft.id;
}

async function copyCriteria(tx: Tx, model: KeptGrid | null, gridId: string): Promise<void> {
	if (!model || model.criteria.length === 0) return;
	await tx
		.insert(scoreCriterion)
		.values(model.criteria.map((criterion, position) => ({ ...criterion, position, gridId })));
}
