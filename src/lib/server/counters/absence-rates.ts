import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { myCounters } from './my-counters.ts';

export const RATE_DAYS = 30;
/** Below, a rate says more about one person than about the counter. */
export const RATE_FROM = 11;

export type AbsenceRate = {
	slug: string;
	name: string;
	/** Appointments of the last 30 days whose outcome is known: received or absent. */
	total: number;
	absent: number;
	/** Whole percent. */
	percent: number;
};

/** How many did not come over the last 30 days, for each of an agent's counters with 11 appointments or more. */
export async function absenceRates(tx: Tx, actor: Actor): Promise<AbsenceRate[]> {
	const counters = await myCounters(tx, actor);
	if (counters.length === 0) return [];
	const rows = await tx
		.select({
			counterId: appointment.counterId,
			total: sql<number>`count(*)::int`,
			absent: sql<number>`(count(*) filter (where ${appointment.state} = 'absent'))::int`
		})
		.from(appointment)
		.where(
			and(
				inArray(
					appointment.counterId,
					counters.map(({ id }) => id)
				),
				inArray(appointment.state, ['received', 'absent']),
				gte(appointment.startsAt, now().subtract({ hours: RATE_DAYS * 24 })),
				lte(appointment.startsAt, now()),
				// Somebody without appointment can only be there.
				eq(appointment.walkIn, false)
			)
		)
		.groupBy(appointment.counterId);
	return counters.flatMap(({ id, slug, name }) => {
		const row = rows.find(({ counterId }) => counterId === id);
		if (!row || row.total < RATE_FROM) return [];
		const { total, absent } = row;
		return [{ slug, name, total, absent, percent: Math.round((absent * 100) / total) }];
	});
}
