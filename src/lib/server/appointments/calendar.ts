import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import type { Agenda, BusyRange, Opening, Weekday } from '../../domain/appointments/types.ts';
import { appointment } from '../db/schema/appointments.ts';
import { closure, desk, deskAbsence, opening } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { takesDesk } from './occupying-states.ts';

export interface CalendarQuestion {
	readonly counterIds: readonly string[];
	/** Days in Paris, both included. */
	readonly from: Temporal.PlainDate;
	readonly until: Temporal.PlainDate;
	/** Holds that ended before this moment take nothing any more. */
	readonly now: Temporal.Instant;
	/** What does not hide a time from the person who asks: their own hold, the appointment they move. */
	readonly holdsOf?: string | null;
	readonly exceptId?: string | null;
}

/**
 * What is known of some counters over some days, in four queries whatever their number: openings, closures, absences,
 * and what is busy. Nothing is computed here and nothing is kept between two requests.
 */
export async function loadCalendar(tx: Tx, question: CalendarQuestion): Promise<Agenda> {
	if (question.counterIds.length === 0) return { openings: [], closures: [], absences: [], busy: [] };
	return {
		openings: await openingsOf(tx, question),
		closures: await closuresOf(tx, question),
		absences: await absencesOf(tx, question),
		busy: await busyOf(tx, question)
	};
}

async function openingsOf(tx: Tx, { counterIds, from, until }: CalendarQuestion): Promise<Opening[]> {
	const rows = await tx
		.select({
			id: opening.id,
			counterId: opening.counterId,
			deskIds: sql<string[]>`array(select l.desk_id::text from opening_desk l join desk d on d.id = l.desk_id
				where l.opening_id = opening.id and d.active)`,
			motiveCodes: sql<string[]>`array(select l.motive_code from opening_motive l where l.opening_id = opening.id)`,
			kind: opening.kind,
			weekday: opening.weekday,
			day: opening.day,
			everyWeeks: opening.everyWeeks,
			startsAt: opening.startsAt,
			endsAt: opening.endsAt,
			validFrom: opening.validFrom,
			validUntil: opening.validUntil,
			audience: opening.audience
		})
		.from(opening)
		.where(
			and(
				inArray(opening.counterId, [...counterIds]),
				sql`(${opening.kind} = 'weekly' or ${opening.day} between ${from.toString()} and ${until.toString()})`
			)
		)
		.orderBy(opening.id);
	return rows.map((row) => ({ ...row, weekday: row.weekday as Weekday | null }));
}

function closuresOf(tx: Tx, { counterIds, from, until }: CalendarQuestion) {
	return tx
		.select({ counterId: closure.counterId, fromDay: closure.fromDay, untilDay: closure.untilDay })
		.from(closure)
		.where(
			and(
				inArray(closure.counterId, [...counterIds]),
				sql`${closure.untilDay} >= ${from.toString()} and ${closure.fromDay} <= ${until.toString()}`
			)
		);
}

async function absencesOf(tx: Tx, { counterIds, from, until }: CalendarQuestion) {
	const rows = await tx
		.select({ absence: deskAbsence })
		.from(deskAbsence)
		.innerJoin(desk, eq(desk.id, deskAbsence.deskId))
		.where(
			and(
				inArray(desk.counterId, [...counterIds]),
				sql`coalesce(${deskAbsence.untilDay}, 'infinity') >= ${from.toString()} and ${deskAbsence.fromDay} <= ${until.toString()}`
			)
		);
	return rows.map(({ absence }) => ({ ...absence, weekday: absence.weekday as Weekday | null }));
}

/** Milliseconds and plain text rather than objects: there may be twenty thousand of them. */
async function busyOf(tx: Tx, question: CalendarQuestion): Promise<BusyRange[]> {
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
		.where(and(...busyConditions(question)));
}

function busyConditions(question: CalendarQuestion): (SQL | undefined)[] {
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
