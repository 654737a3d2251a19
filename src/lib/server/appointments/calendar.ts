import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Agenda, Motive, Opening, Weekday } from '../../domain/appointments/types.ts';
import {
	closure,
	desk,
	deskAbsence,
	opening,
	openingDesk,
	openingMotive
} from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { busyRanges } from './busy-ranges.ts';

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
	/** The motive looked for: one without a limit needs no count. Left out, all of them are counted. */
	readonly motive?: Pick<Motive, 'maxPerDayAndDesk'>;
}

/**
 * What is known of some counters over some days, in five queries whatever their number: openings, closures, absences,
 * what is busy, and what counts towards a limit. Nothing is computed here and nothing is kept between two requests.
 */
export async function loadCalendar(tx: Tx, question: CalendarQuestion): Promise<Agenda> {
	if (question.counterIds.length === 0)
		return { openings: [], closures: [], absences: [], busy: [] };
	return {
		openings: await openingsOf(tx, question),
		closures: await closuresOf(tx, question),
		absences: await absencesOf(tx, question),
		busy: await busyRanges(tx, question)
	};
}

async function openingsOf(
	tx: Tx,
	{ counterIds, from, until }: CalendarQuestion
): Promise<Opening[]> {
	const desks = desksOf(tx, counterIds);
	const motives = motivesOf(tx);
	const rows = await tx
		.select({
			id: opening.id,
			counterId: opening.counterId,
			deskIds: desks.deskIds,
			motiveCodes: motives.codes,
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
		// Without a desk or a motive an override still replaces the hours of its day.
		.leftJoin(desks, eq(desks.openingId, opening.id))
		.leftJoin(motives, eq(motives.openingId, opening.id))
		.where(
			and(
				inArray(opening.counterId, [...counterIds]),
				sql`(${opening.kind} = 'weekly' or ${opening.day} between ${from.toString()} and ${until.toString()})`
			)
		)
		.orderBy(opening.id);
	return rows.map((row) => ({
		...row,
		deskIds: row.deskIds ?? [],
		motiveCodes: row.motiveCodes ?? [],
		weekday: row.weekday as Weekday | null
	}));
}

/** Joined as whole tables: a subquery for each opening cost twenty times as much. */
function desksOf(tx: Tx, counterIds: readonly string[]) {
	return tx
		.select({
			openingId: openingDesk.openingId,
			deskIds: sql<string[]>`array_agg(${openingDesk.deskId}::text)`.as('desk_ids')
		})
		.from(openingDesk)
		.innerJoin(desk, eq(desk.id, openingDesk.deskId))
		.where(and(inArray(desk.counterId, [...counterIds]), eq(desk.active, true)))
		.groupBy(openingDesk.openingId)
		.as('desks');
}

function motivesOf(tx: Tx) {
	return tx
		.select({
			openingId: openingMotive.openingId,
			codes: sql<string[]>`array_agg(${openingMotive.motiveCode})`.as('codes')
		})
		.from(openingMotive)
		.groupBy(openingMotive.openingId)
		.as('motives');
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
