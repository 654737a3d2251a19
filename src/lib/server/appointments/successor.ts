import { and, eq } from 'drizzle-orm';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { AppointmentRow } from './own-appointments.ts';

/** What an appointment was moved to, or null. */
export async function successorOf(tx: Tx, row: AppointmentRow): Promise<AppointmentRow | null> {
	const samePerson = row.applicationId
		? eq(appointment.applicationId, row.applicationId)
		: undefined;
	const [next] = await tx
		.select()
		.from(appointment)
		.where(and(samePerson, eq(appointment.movedFromId, row.id)));
	return next ?? null;
}
