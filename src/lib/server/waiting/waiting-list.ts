import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { receptionDelay } from '../../domain/appointments/reception-delay.ts';
import { today } from '../clock.ts';
import { application, applicationEvent, person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';

/** The open entries that an agent sees: those of their counters, all for the head of service. */
export function visibleEntries(actor: Actor): SQL {
	if (actor.kind !== 'agent') return actor.kind === 'system' ? sql`true` : sql`false`;
	if (actor.role === 'head') return sql`true`;
	return actor.counterIds.length
		? inArray(waitingEntry.counterId, [...actor.counterIds])
		: sql`false`;
}

/** How many people wait for an earlier time at the counters of an agent. */
export function countWaiting(tx: Tx, actor: Actor): Promise<number> {
	return tx.$count(waitingEntry, and(isNull(waitingEntry.endedAt), visibleEntries(actor)));
}

/**
 * Who waits for an earlier time at an agent's counters, first come first, with the appointment they have, what was
 * offered to them, and the last day on which they can be received in time (CCH L441-2-8 I), empty when they were.
 */
export async function waitingList(tx: Tx, actor: Actor, limit = 200) {
	const { value: months } = await settingOf(tx, 'reception_delay_months');
	const ofEntry = sql`from ${waitingOffer} where ${waitingOffer.waitingEntryId} = ${waitingEntry.id}`;
	const rows = await tx
		.select({
			id: waitingEntry.id,
			applicationId: application.id,
			uniqueNumber: application.uniqueNumber,
			filedOn: application.filedOn,
			firstName: person.firstName,
			lastName: person.lastName,
			halfDays: waitingEntry.halfDays,
			createdAt: waitingEntry.createdAt,
			motive: { code: motive.code, label: motive.label },
			counter: counter.name,
			currentStart: appointment.startsAt,
			offers: sql<number>`(select count(*)::int ${ofEntry})`,
			declined: sql<number>`(select count(*)::int ${ofEntry} and ${waitingOffer.outcome} = 'declined')`,
			isOffered: sql<boolean>`exists (select ${ofEntry} and ${waitingOffer.outcome} = 'open')`,
			wasReceived: sql<boolean>`exists (select from ${applicationEvent} where
				${applicationEvent.applicationId} = ${application.id} and ${applicationEvent.kind} = 'interviewed')`
		})
		.from(waitingEntry)
		.innerJoin(application, eq(application.id, waitingEntry.applicationId))
		.innerJoin(motive, eq(motive.code, waitingEntry.motiveCode))
		.innerJoin(counter, eq(counter.id, waitingEntry.counterId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(
			appointment,
			and(
				eq(appointment.applicationId, application.id),
				eq(appointment.motiveCode, waitingEntry.motiveCode),
				eq(appointment.state, 'booked')
			)
		)
		.where(and(isNull(waitingEntry.endedAt), visibleEntries(actor)))
		.orderBy(asc(waitingEntry.createdAt), asc(waitingEntry.id))
		.limit(limit);
	return rows.map(({ filedOn, wasReceived, ...row }) => ({
		...row,
		reception: wasReceived ? null : receptionDelay(filedOn, months, today())
	}));
}
