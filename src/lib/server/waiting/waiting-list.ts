import { and, asc, eq, gt, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '../../domain/accounts/actor.ts';
import { receptionDelay } from '../../domain/appointments/reception-delay.ts';
import { now, today } from '../clock.ts';
import { application, applicationEvent, person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact, waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';
import { presentAppointment } from './waiters.ts';

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
	const openOffer = alias(waitingOffer, 'open_offer');
	const offered = alias(appointment, 'offered');
	const isOpen = and(eq(openOffer.outcome, 'open'), gt(openOffer.expiresAt, now()));
	const ofEntry = sql`from ${waitingOffer} where ${waitingOffer.waitingEntryId} = ${waitingEntry.id}`;
	const rows = await tx
		.select({
			id: waitingEntry.id,
			/** Null for a visitor without a request: their appointment is `appointmentId`. */
			applicationId: waitingEntry.applicationId,
			appointmentId: waitingEntry.appointmentId,
			uniqueNumber: application.uniqueNumber,
			filedOn: application.filedOn,
			firstName: sql<string | null>`coalesce(${person.firstName}, ${visitorContact.firstName})`,
			lastName: sql<string | null>`coalesce(${person.lastName}, ${visitorContact.lastName})`,
			halfDays: waitingEntry.halfDays,
			createdAt: waitingEntry.createdAt,
			motive: { code: motive.code, label: motive.label },
			counter: counter.name,
			currentStart: appointment.startsAt,
			offers: sql<number>`(select count(*)::int ${ofEntry})`,
			declined: sql<number>`(select count(*)::int ${ofEntry} and ${waitingOffer.outcome} = 'declined')`,
			/** The place that is kept for them at this moment, and until when. */
			offeredStart: offered.startsAt,
			offeredUntil: openOffer.expiresAt,
			wasReceived: sql<boolean>`exists (select from ${applicationEvent} where
				${applicationEvent.applicationId} = ${application.id} and ${applicationEvent.kind} = 'interviewed')`
		})
		.from(waitingEntry)
		.leftJoin(application, eq(application.id, waitingEntry.applicationId))
		.innerJoin(motive, eq(motive.code, waitingEntry.motiveCode))
		.innerJoin(counter, eq(counter.id, waitingEntry.counterId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, waitingEntry.appointmentId))
		.leftJoin(appointment, presentAppointment)
		.leftJoin(openOffer, and(eq(openOffer.waitingEntryId, waitingEntry.id), isOpen))
		.leftJoin(offered, eq(offered.id, openOffer.heldAppointmentId))
		.where(and(isNull(waitingEntry.endedAt), visibleEntries(actor)))
		.orderBy(asc(waitingEntry.createdAt), asc(waitingEntry.id))
		.limit(limit);
	return rows.map(({ filedOn, wasReceived, ...row }) => ({
		...row,
		reception: filedOn && !wasReceived ? receptionDelay(filedOn, months, today()) : null
	}));
}
