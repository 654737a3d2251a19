import { and, asc, eq, isNull, lt, ne, or } from 'drizzle-orm';
import { today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { currentScore } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { gridOn } from './grids.ts';

/**
 * Live requests whose score is to be looked at again: never computed, by another grid, before the request changed, or
 * before today, since seniority grows.
 * @param limit how many at most
 */
export async function scoresDue(tx: Tx, limit: number): Promise<string[]> {
	const grid = await gridOn(tx, today());
	if (!grid) return [];
	const rows = await tx
		.select({ id: application.id })
		.from(application)
		.leftJoin(currentScore, eq(currentScore.applicationId, application.id))
		.where(
			and(
				ne(application.state, 'struck_off'),
				or(
					isNull(currentScore.scoreId),
					ne(currentScore.gridId, grid.id),
					lt(currentScore.checkedFor, today()),
					lt(currentScore.checkedAt, application.updatedAt)
				)
			)
		)
		.orderBy(asc(application.id))
		.limit(limit);
	return rows.map(({ id }) => id);
}
