import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { now } from '../clock.ts';
import { application, person } from '../db/schema/applications.ts';
import { appointment, appointmentEvent } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** How the history of an appointment says that its opening went away and that its person was told. */
export const TOLD = 'without-opening';

function visitsQuery(tx: Tx) {
	const flags = tx
		.select({
			appointmentId: appointmentEvent.appointmentId,
			toldAt: sql<string>`max(${appointmentEvent.at})`.as('told_at')
		})
		.from(appointmentEvent)
		// TOLD, in the very words of the index (appointment_event_told).
		.where(sql`${appointmentEvent.reason} = 'without-opening'`)
		.groupBy(appointmentEvent.appointmentId)
		.as('flags');
	return tx
		.select({
			id: appointment.id,
			counterId: appointment.counterId,
			deskId: appointment.deskId,
			deskName: desk.name,
			motiveCode: appointment.motiveCode,
			startsAt: appointment.startsAt,
			endsAt: appointment.endsAt,
			applicationId: appointment.applicationId,
			firstName: sql<string | null>`coalesce(${person.firstName}, ${visitorContact.firstName})`,
			lastName: sql<string | null>`coalesce(${person.lastName}, ${visitorContact.lastName})`,
			isTold: sql<boolean>`${flags.toldAt} is not null`
		})
		.from(appointment)
		.innerJoin(desk, eq(desk.id, appointment.deskId))
		.leftJoin(application, eq(application.id, appointment.applicationId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id))
		.leftJoin(flags, eq(flags.appointmentId, appointment.id));
}

/** An appointment to come, with who comes, for the staff of its counter. */
export type PlannedVisitRow = Awaited<ReturnType<typeof visitsQuery>>[number];

/** The booked appointments that a counter has ahead, in order of time. */
export async function plannedVisits(tx: Tx, counterId: string): Promise<PlannedVisitRow[]> {
	return visitsQuery(tx)
		.where(
			and(
				eq(appointment.counterId, counterId),
				inArray(appointment.state, ['booked']),
				gt(appointment.startsAt, now())
			)
		)
		.orderBy(asc(appointment.startsAt), asc(desk.name));
}
