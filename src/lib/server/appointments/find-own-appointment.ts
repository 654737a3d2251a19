import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { AppointmentActor } from '../../domain/appointments/states.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { appointmentActor, visibleAppointments } from './access.ts';
import { linkHash } from './links.ts';
import { lockPerson } from './locks.ts';
import type { AppointmentRow } from './own-appointments.ts';

/** An appointment is named by its id, or by the secret of its private link. */
export type AppointmentKey = { id: string } | { token: string };

export type Found = {
	row: AppointmentRow;
	/** Who the actor is for this appointment: with the link alone, a visitor. */
	as: AppointmentActor;
};

/**
 * The appointment that an actor may act on.
 * @throws NotFound for a stranger's appointment and a wrong link as for one that does not exist
 */
export async function findOwnAppointment(
	tx: Tx,
	actor: Actor,
	key: AppointmentKey
): Promise<Found> {
	if ('token' in key) {
		const [row] = await tx
			.select()
			.from(appointment)
			.where(eq(appointment.linkHash, linkHash(key.token)));
		if (!row) throw new NotFound('appointment');
		return { row, as: 'visitor' };
	}
	if (!isUuid(key.id)) throw new NotFound('appointment');
	const [row] = await tx
		.select()
		.from(appointment)
		.where(and(eq(appointment.id, key.id), visibleAppointments(actor)));
	if (!row) throw new NotFound('appointment');
	return { row, as: appointmentActor(actor) };
}

/** The same, for a change: what the person does at the same time elsewhere waits until this transaction ends. */
export async function takeOwnAppointment(
	tx: Tx,
	actor: Actor,
	key: AppointmentKey
): Promise<Found> {
	const seen = await findOwnAppointment(tx, actor, key);
	await lockPerson(tx, seen.row.applicationId ?? seen.row.id);
	const [row] = await tx
		.select()
		.from(appointment)
		.where(eq(appointment.id, seen.row.id))
		.for('update');
	if (!row) throw new NotFound('appointment');
	return { row, as: seen.as };
}
