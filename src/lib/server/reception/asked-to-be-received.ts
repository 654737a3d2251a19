import { and, eq, inArray, isNotNull, isNull, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { application, applicationEvent } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { timeRequest, waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** The motive by which a person asks to be received after registration. */
export const RECEPTION_MOTIVE = 'premier-accueil';

/**
 * States of an appointment that leave the question open: the person asked and has not been received. One that the
 * service cancelled, that was missed or left unrecorded still counts; one that the person cancelled does not.
 */
const STILL_ASKING = [
	'booked',
	'arrived',
	'called',
	'in_interview',
	'absent',
	'cancelled_by_service',
	'unrecorded'
] as const;

/**
 * Who asked to be received, as a condition on `application`. The delay runs for "any applicant who wishes" it
 * (CCH L441-2-8 I §2), so registering alone asks for nothing. Somebody asked when they have, or had, an appointment
 * of motive "premier accueil" that did not take place, when a request for a time waits for an answer, or when they are
 * on a waiting list, whatever the motive of these two: who found no time must not lose the delay as well.
 */
export function askedToBeReceived(tx: Tx): SQL {
	const byAppointment = tx
		.select({ id: appointment.applicationId })
		.from(appointment)
		.where(
			and(
				isNotNull(appointment.applicationId),
				eq(appointment.motiveCode, RECEPTION_MOTIVE),
				inArray(appointment.state, [...STILL_ASKING])
			)
		);
	const byRequest = tx
		.select({ id: timeRequest.applicationId })
		.from(timeRequest)
		.where(and(isNotNull(timeRequest.applicationId), eq(timeRequest.state, 'waiting')));
	const byWaiting = tx
		.select({ id: waitingEntry.applicationId })
		.from(waitingEntry)
		.where(and(isNotNull(waitingEntry.applicationId), isNull(waitingEntry.endedAt)));
	return or(
		inArray(application.id, byAppointment),
		inArray(application.id, byRequest),
		inArray(application.id, byWaiting)
	)!;
}

/** A live request whose applicant no counter has received: received once, whatever the motive, is received. */
export function notYetReceived(tx: Tx): SQL {
	const interview = tx
		.select({ one: sql`1` })
		.from(applicationEvent)
		.where(
			and(
				eq(applicationEvent.applicationId, application.id),
				eq(applicationEvent.kind, 'interviewed')
			)
		);
	return and(ne(application.state, 'struck_off'), notExists(interview))!;
}
