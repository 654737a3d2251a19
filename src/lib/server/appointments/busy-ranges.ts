import { and, eq, inArray, isNotNull, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import type { BusyRange } from '../../domain/appointments/types.ts';
import { builtForEach, type Given } from '../db/built.ts';
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
	const { counterIds } = question;
	const values = valuesOf(question);
	const isLimited = question.motive?.maxPerDayAndDesk !== null;
	const [desks, counted] = await Promise.all([
		joinedByDesk(tx, counterIds, values),
		isLimited ? countedVisits(tx, counterIds, values) : []
	]);
	const joined = desks.flatMap(({ deskId, counterId, from, until }) =>
		from.map((begin, index) => ({ deskId, counterId, from: begin, until: until[index]! }))
	);
	return [...joined, ...counted];
}

type Asked = Given<keyof ReturnType<typeof valuesOf>>;

/** Beginnings and ends in epoch milliseconds, in the same order. */
const joinedByDesk = builtForEach((tx, counterIds, asked: Asked) => {
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
		.where(isTaken(counterIds, asked))
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
});

const countedVisits = builtForEach((tx, counterIds, asked: Asked) =>
	tx
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
		.where(isTaken(counterIds, asked))
);

function valuesOf({ from, until, now, holdsOf, exceptId }: CalendarQuestion) {
	return {
		// One day more on each side: a visit and its buffers, 16 hours at the most, may reach into the day before or after.
		begin: instantOf(from.subtract({ days: 1 })),
		end: instantOf(until.add({ days: 2 })),
		now,
		holdsOf: holdsOf ?? null,
		exceptId: exceptId ?? null
	};
}

function isTaken(counterIds: Placeholder[], { begin, end, now, holdsOf, exceptId }: Asked): SQL {
	const isHeld = sql`${appointment.state} = 'held'`;
	return and(
		inArray(appointment.counterId, counterIds),
		takesDesk,
		// By the start, as the index has it (appointment_counter_time): years of visits before and after cost nothing.
		sql`${appointment.startsAt} >= ${begin} and ${appointment.startsAt} < ${end}`,
		sql`(not ${isHeld} or ${appointment.heldUntil} > ${now})`,
		// Somebody's own hold hides nothing from them.
		sql`(not ${isHeld} or ${holdsOf}::uuid is null or ${appointment.applicationId} is distinct from ${holdsOf}::uuid)`,
		sql`(${exceptId}::uuid is null or ${appointment.id} <> ${exceptId}::uuid)`
	)!;
}

function instantOf(day: Temporal.PlainDate): Temporal.Instant {
	return Temporal.Instant.fromEpochMilliseconds(dayStartMs(day));
}
