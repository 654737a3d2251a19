import { eq, or, sql } from 'drizzle-orm';
import type { PublicHours } from '../../domain/counters/public-hours.ts';
import { built, type Given } from '../db/built.ts';
import { counterHours, counterWeek } from '../db/schema/counter-hours.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** When the public may come to a counter in a usual week, and whether somebody vouches for it. */
export type PublicWeek = {
	hours: PublicHours[];
	confirmed: boolean;
	updatedAt: Temporal.Instant;
};

/**
 * The weeks that staff gave, by counter id; a counter without one is not in it.
 * @param counterId that counter's alone
 */
export async function publicWeeks(
	tx: Tx,
	counterId?: string
): Promise<ReadonlyMap<string, PublicWeek>> {
	const rows = await weeks(tx, { counterId: counterId ?? null });
	const byCounter = Map.groupBy(rows, (row) => row.counterId);
	return new Map(
		[...byCounter].map(([id, ofCounter]) => [
			id,
			{
				hours: ofCounter.map(({ weekday, opensAt, closesAt }) => ({ weekday, opensAt, closesAt })),
				confirmed: ofCounter[0]!.confirmed,
				updatedAt: ofCounter[0]!.updatedAt
			}
		])
	);
}

const weeks = built((tx, { counterId }: Given<'counterId'>) =>
	tx
		.select({
			counterId: counterWeek.counterId,
			confirmed: counterWeek.confirmed,
			updatedAt: counterWeek.updatedAt,
			weekday: counterHours.weekday,
			opensAt: counterHours.opensAt,
			closesAt: counterHours.closesAt
		})
		.from(counterWeek)
		.innerJoin(counterHours, eq(counterHours.counterId, counterWeek.counterId))
		.where(or(sql`${counterId}::uuid is null`, eq(counterWeek.counterId, counterId)))
);
