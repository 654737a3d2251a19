import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { scoreGrid } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { lockDraft } from './grids.ts';

/**
 * Forgets a draft.
 * @throws Refused unless the head of service acts; NotFound; RuleBroken `grid-published`
 */
export async function dropGrid(
	tx: Tx,
	actor: Actor,
	{ gridId }: { gridId: string }
): Promise<void> {
	requireGridEditor(actor);
	await lockDraft(tx, gridId);
	await tx.delete(scoreGrid).where(eq(scoreGrid.id, gridId));
	await recordAudit(tx, actor, {
		action: 'drop-grid',
		applicationId: null,
		subjectKind: 'grid',
		subjectId: gridId
	});
}
