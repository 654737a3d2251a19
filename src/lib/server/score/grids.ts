import { and, asc, count, desc, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import type { Criterion } from '../../domain/score/grid.ts';
import { isUuid } from '../applications/access.ts';
import { scoreCriterion, scoreGrid } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridReader } from './access.ts';

export type GridHead = typeof scoreGrid.$inferSelect;
export type KeptGrid = GridHead & { criteria: Criterion[] };

/** The grid that counts on a day: the last that began; null before the first. Public. */
export async function gridOn(tx: Tx, on: Temporal.PlainDate): Promise<KeptGrid | null> {
	const inForce = tx
		.select()
		.from(scoreGrid)
		.where(and(eq(scoreGrid.state, 'published'), lte(scoreGrid.startsOn, on)))
		.orderBy(desc(scoreGrid.startsOn))
		.limit(1)
		.as('in_force');
	const [[head], criteria] = await Promise.all([
		tx.select().from(inForce),
		criteriaOf(tx, sql`(select ${inForce.id} from ${inForce})`)
	]);
	return head ? { ...head, criteria } : null;
}

/** The criteria of a grid in their order. */
export async function criteriaOf(tx: Tx, gridId: string | SQL): Promise<Criterion[]> {
	const { gridId: _grid, position, ...columns } = getTableColumns(scoreCriterion);
	return tx
		.select(columns)
		.from(scoreCriterion)
		.where(eq(scoreCriterion.gridId, gridId))
		.orderBy(asc(position), asc(columns.code));
}

/**
 * Every grid, drafts first, then the newest start.
 * @throws Refused to whoever is not of the staff
 */
export async function listGrids(tx: Tx, actor: Actor) {
	requireGridReader(actor);
	return tx
		.select({ ...getTableColumns(scoreGrid), criteria: count(scoreCriterion.code) })
		.from(scoreGrid)
		.leftJoin(scoreCriterion, eq(scoreCriterion.gridId, scoreGrid.id))
		.groupBy(scoreGrid.id)
		.orderBy(asc(scoreGrid.state), desc(scoreGrid.startsOn), desc(scoreGrid.createdAt));
}

/**
 * One grid with its criteria.
 * @throws Refused to whoever is not of the staff, NotFound
 */
export async function gridById(tx: Tx, actor: Actor, gridId: string): Promise<KeptGrid> {
	requireGridReader(actor);
	return anyGrid(tx, gridId);
}

/** The grid of a score that was kept, whoever looks at the score. @throws NotFound */
export async function anyGrid(tx: Tx, gridId: string): Promise<KeptGrid> {
	if (!isUuid(gridId)) throw new NotFound('grid');
	const [[head], criteria] = await Promise.all([
		tx.select().from(scoreGrid).where(eq(scoreGrid.id, gridId)),
		criteriaOf(tx, gridId)
	]);
	if (!head) throw new NotFound('grid');
	return { ...head, criteria };
}

/**
 * A draft, locked until the end of the transaction.
 * @throws NotFound; RuleBroken `grid-published`: what was published is never changed
 */
export async function lockDraft(tx: Tx, gridId: string): Promise<GridHead> {
	if (!isUuid(gridId)) throw new NotFound('grid');
	const [head] = await tx.select().from(scoreGrid).where(eq(scoreGrid.id, gridId)).for('update');
	if (!head) throw new NotFound('grid');
	if (head.state === 'published') throw new RuleBroken('grid-published');
	return head;
}
