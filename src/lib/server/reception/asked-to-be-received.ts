import { and, eq, ne, notExists, sql, type SQL } from 'drizzle-orm';
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
 *
 * One list rather than three conditions: few ask at any moment, and the database begins with them instead of asking each
 * request of a territory three times. Each part is in the very words of its index. Which appointments leave the question
 * open: one that the service cancelled, that was missed or left unrecorded still counts; one that the person cancelled
 * does not (appointment_asks_reception).
 */
export const askedToBeReceived: SQL = sql`${application.id} in (
	select ${appointment.applicationId} from ${appointment} where ${appointment.motiveCode} = 'premier-accueil'
		and ${appointment.state} in ('booked', 'arrived', 'called', 'in_interview', 'absent', 'cancelled_by_service', 'unrecorded')
	union all
	select ${timeRequest.applicationId} from ${timeRequest} where ${timeRequest.state} = 'waiting'
	union all
	select ${waitingEntry.applicationId} from ${waitingEntry} where ${waitingEntry.endedAt} is null)`;

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
