import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import type { BusyRange } from '../../domain/appointments/types.ts';
import { appointment } from '../db/schema/appointments.ts';
import { motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { CalendarQuestion } from './calendar.ts';
import { takesDesk } from './occupying-states.ts';

/**
 * What is taken at the desks of some counters over some days. Appointments that touch come as one range: the database
 * joins them, because reading twenty thousand rows one by one cost three times the search (docs/performance.md).
 * Those of a motive with a limit a day and desk come once more, each for itself, to be counted.
 */
export async function busyRanges(tx: Tx, question: CalendarQuestion): Promise<BusyRange[]> {
	const conditions = busyConditions(question);
	const isLimited = question.motive?.maxPerDayAndDesk !== null;
	const [desks, counted] = await Promise.all([
		joinedByDesk(tx, conditions),
		isLimited ? countedVisits(tx, conditions) : []
	]);
	const joined = desks.flatMap(({ deskId, counterId, from, until }) =>
		from.map((begin, index) => ({ deskId, counterId, from: begin, until: until[index]! }))
	);
	return [...joined, ...counted];
}

type Conditions = readonly (SQL | undefined)[];

/** Beginnings and ends in epoch milliseconds, in the same order. */
function joinedByDesk(tx: Tx, conditions: Conditions) {
	const taken = tx
		.select({
			deskId: appointment.deskId,
			counterId: appointment.counterId,
			range:
				sql`unnest(range_agg(tstzrange(${appointment.occupiedFrom}, ${appointment.occupiedUntil})))`.as(
					'range'
				)
		})
		.from(appointment)
		.where(and(...conditions))
		.groupBy(appointment.deskId, appointment.counterId)
		.as('taken');
	const milliseconds = (end: SQL) => sql<number[]>`json_agg(${end} * 1000)`;
	return tx
		.select({
			deskId: taken.deskId,
			counterId: taken.counterId,
			from: milliseconds(sql`extract(epoch from lower(${taken.range}))::float8`),
			until: milliseconds(sql`extract(epoch from upper(${taken.range}))::float8`)
		})
		.from(taken)
		.groupBy(taken.deskId, taken.counterId);
}

function countedVisits(tx: Tx, conditions: Conditions): Promise<BusyRange[]> {
	return tx
		.select({
			deskId: appointment.deskId,
			counterId: appointment.counterId,
			from: sql<number>`(extract(epoch from ${appointment.occupiedFrom}) * 1000)::float8`,
			until: sql<number>`(extract(epoch from ${appointment.occupiedUntil}) * 1000)::float8`,
			motiveCode: appointment.motiveCode,
			day: sql<string>`(${appointment.startsAt} at time zone 'Europe/Paris')::date::text`
		})
		.from(appointment)
		.innerJoin(
			motive,
			and(eq(motive.code, appointment.motiveCode), isNotNull(motive.maxPerDayAndDesk))
		)
		.where(and(...conditions));
}

function busyConditions(question: CalendarQuestion): Conditions {
	const { counterIds, from, until, now, holdsOf, exceptId } = question;
	// One day more on each side: a buffer may reach into the day before or after.
	const begin = instantOf(from.subtract({ days: 1 }));
	const end = instantOf(until.add({ days: 2 }));
	return [
		inArray(appointment.counterId, [...counterIds]),
		takesDesk,
		sql`${appointment.occupiedUntil} > ${begin} and ${appointment.occupiedFrom} < ${end}`,
		sql`(${appointment.state} <> 'held' or ${appointment.heldUntil} > ${now.toString()})`,
		holdsOf
			? sql`(${appointment.state} <> 'held' or ${appointment.applicationId} is distinct from ${holdsOf})`
			: undefined,
		exceptId ? sql`${appointment.id} <> ${exceptId}` : undefined
	];
}

function instantOf(day: Temporal.PlainDate): string {
	return Temporal.Instant.fromEpochMilliseconds(dayStartMs(day)).toString();
}
