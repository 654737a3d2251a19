import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { scoreCriterion } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { lockDraft } from './grids.ts';

/**
 * Takes a criterion out of a draft; nothing when it is not there.
 * @throws Refused unless the head of service acts; NotFound; RuleBroken `grid-published`
 */
export async function removeCriterion(
	tx: Tx,
	actor: Actor,
	{ gridId, code }: { gridId: string; code: string }
): Promise<void> {
	requireGridEditor(actor);
	await lockDraft(tx, gridId);
	await tx
		.delete(scoreCriterion)
		.where(and(eq(scoreCriterion.gridId, gridId), eq(scoreCriterion.code, code)));
}
