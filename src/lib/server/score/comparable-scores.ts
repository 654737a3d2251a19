import { and, asc, count, eq, gte, isNotNull, ne } from 'drizzle-orm';
import type { Totals } from '../../domain/score/distribution.ts';
import { today } from '../clock.ts';
import { application, wantedCommune, wantedType } from '../db/schema/applications.ts';
import { currentScore } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type Compared = {
	/** The request that is compared, left out of the others. */
	applicationId: string;
	/** INSEE code of a commune, and type of housing, that it asks for. */
	insee: string;
	type: string;
	gridId: string;
};

/**
 * How many comparable requests have each total: live, valid, asking for the same type in the same commune, scored by
 * the same grid (R441-2-17 3°). Raw: only `distributionOf` may be shown.
 */
export async function comparableScores(
	tx: Tx,
	{ applicationId, insee, type, gridId }: Compared
): Promise<Totals> {
	const rows = await tx
		.select({ total: currentScore.total, requests: count() })
		.from(wantedCommune)
		.innerJoin(wantedType, eq(wantedType.applicationId, wantedCommune.applicationId))
		.innerJoin(application, eq(application.id, wantedCommune.applicationId))
		.innerJoin(currentScore, eq(currentScore.applicationId, wantedCommune.applicationId))
		.where(
			and(
				eq(wantedCommune.insee, insee),
				eq(wantedType.type, type),
				ne(application.state, 'struck_off'),
				gte(application.validUntil, today()),
				eq(currentScore.gridId, gridId),
				isNotNull(currentScore.total),
				ne(wantedCommune.applicationId, applicationId)
			)
		)
		.groupBy(currentScore.total)
		.orderBy(asc(currentScore.total));
	return rows.flatMap(({ total, requests }) => (total === null ? [] : [{ total, requests }]));
}
