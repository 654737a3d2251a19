import { and, eq, exists, isNull, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { application, applicationEvent } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { timeRequest, waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** The motive by which a person asks to be received after registration. */
export const RECEPTION_MOTIVE = 'premier-accueil';

/**
 * Who asked to be received, as a condition on `application`. The delay runs for "any applicant who wishes" it
 * (CCH L441-2-8 I §2), so registering alone asks for nothing. Somebody asked when they have, or had, an appointment
 * of motive "premier accueil" that did not take place, when a request for a time waits for an answer, or when they are
 * on a waiting list, whatever the motive of these two: who found no time must not lose the delay as well.
 */
export function askedToBeReceived(tx: Tx): SQL {
	const byAppointment = tx
		.select({ one: sql`1` })
		.from(appointment)
		.where(
			and(
				eq(appointment.applicationId, application.id),
				// In the very words of the index (appointment_asks_reception). These states leave the question open: one that
				// the service cancelled, that was missed or left unrecorded still counts; one that the person cancelled does not.
				sql`${appointment.motiveCode} = 'premier-accueil'`,
				sql`${appointment.state} in ('booked', 'arrived', 'called', 'in_interview', 'absent', 'cancelled_by_service', 'unrecorded')`
			)
		);
	const byRequest = tx
		.select({ one: sql`1` })
		.from(timeRequest)
		.where(
			and(eq(timeRequest.applicationId, application.id), sql`${timeRequest.state} = 'waiting'`)
		);
	const byWaiting = tx
		.select({ one: sql`1` })
		.from(waitingEntry)
		.where(and(eq(waitingEntry.applicationId, application.id), isNull(waitingEntry.endedAt)));
	return or(exists(byAppointment), exists(byRequest), exists(byWaiting))!;
}

/** A live request whose applicant no counter has received: received once, whatever the motive, is received. */
export function notYetReceived(tx: Tx): SQL {
	const interview = tx
		.select({ one: sql`1` })
		.from(applicationEvent)
		.where(
			and(
				eq(applicationEvent.applicationId, application.id),
				// As the index says it (application_event_interviewed).
				sql`${applicationEvent.kind} = 'interviewed'`
			)
		);
	return and(ne(application.state, 'struck_off'), notExists(interview))!;
}
