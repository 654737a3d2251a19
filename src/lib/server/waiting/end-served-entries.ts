import { and, isNull, sql } from 'drizzle-orm';
import { now } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Takes off the list those who have nothing to wait for any more: they came, or were to come, to an appointment for
 * this motive since they joined, their request is no longer live, or, for a visitor, they gave their appointment back.
 */
export async function endServedEntries(tx: Tx): Promise<void> {
	const moment = now().toString();
	await tx
		.update(waitingEntry)
		.set({ endedAt: now() })
		.where(
			and(
				isNull(waitingEntry.endedAt),
				sql`(exists (select from ${appointment}
						where ((${appointment.applicationId} = ${waitingEntry}.application_id
								and ${appointment.motiveCode} = ${waitingEntry}.motive_code)
							or ${appointment.id} = ${waitingEntry}.appointment_id)
						and ${appointment.startsAt} > ${waitingEntry}.created_at and ${appointment.startsAt} <= ${moment}
						and ${appointment.state} in ('booked', 'arrived', 'called', 'in_interview', 'received', 'absent', 'unrecorded'))
					or exists (select from ${appointment} where ${appointment.id} = ${waitingEntry}.appointment_id
						and ${appointment.state} = 'cancelled_by_applicant')
					or exists (select from ${application} where ${application.id} = ${waitingEntry}.application_id
						and ${application.state} = 'struck_off'))`
			)
		);
}
