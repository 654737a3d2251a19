import { and, count, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { checkCriterion, MOST_CRITERIA, type Criterion } from '../../domain/score/grid.ts';
import { paperCategory } from '../db/schema/documents.ts';
import { scoreCriterion } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { lockDraft } from './grids.ts';

export type SetCriterionInput = {
	gridId: string;
	criterion: Criterion;
	/** Its place in the grid, from 0. */
	position: number;
	/** A new one must not take the code of another; an existing one is written anew. */
	isNew: boolean;
};

/**
 * Writes a criterion of a draft.
 * @throws Refused unless the head of service acts; NotFound; RuleBroken `grid-published`, `criterion-code-taken`,
 * `criterion-proof-unknown`, `too-many-criteria`, and as `checkCriterion` of the domain says
 */
export async function setCriterion(
	tx: Tx,
	actor: Actor,
	{ gridId, criterion: asked, position, isNew }: SetCriterionInput
): Promise<void> {
	requireGridEditor(actor);
	await lockDraft(tx, gridId);
	const criterion = checkCriterion(asked);
	await checkProofs(tx, criterion.proofs);
	if (isNew) await checkRoom(tx, gridId, criterion.code);
	const row = {
		...criterion,
		codes: [...criterion.codes],
		proofs: [...criterion.proofs],
		position,
		gridId
	};
	await tx
		.insert(scoreCriterion)
		.values(row)
		.onConflictDoUpdate({ target: [scoreCriterion.gridId, scoreCriterion.code], set: row });
}

async function checkProofs(tx: Tx, proofs: readonly string[]): Promise<void> {
	if (proofs.length === 0) return;
	const known = await tx
		.select({ code: paperCategory.code })
		.from(paperCategory)
		.where(inArray(paperCategory.code, [...proofs]));
	if (known.length !== new Set(proofs).size) throw new RuleBroken('criterion-proof-unknown');
}

async function checkRoom(tx: Tx, gridId: string, code: string): Promise<void> {
	const [there] = await tx
		.select({ criteria: count() })
		.from(scoreCriterion)
		.where(eq(scoreCriterion.gridId, gridId));
	if ((there?.criteria ?? 0) >= MOST_CRITERIA) throw new RuleBroken('too-many-criteria');
	const same = and(eq(scoreCriterion.gridId, gridId), eq(scoreCriterion.code, code));
	if ((await tx.$count(scoreCriterion, same)) > 0) throw new RuleBroken('criterion-code-taken');
}
