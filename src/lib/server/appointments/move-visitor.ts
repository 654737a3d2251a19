import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { BookedForPerson } from './book-for-person.ts';
import { findOwnAppointment } from './find-own-appointment.ts';
import { myCounterFor, requireAgent } from './for-person.ts';
import type { MoveForPerson } from './move-for-person.ts';
import { moveAppointment } from './move-appointment.ts';

/**
 * An agent moves the appointment of somebody without a request to another time of one of their counters. Otherwise as
 * moveAppointment: nothing is lost when the new time is gone, the person is told.
 *
 * @throws NotFound for whoever is no agent, another's counter, and an appointment of a request (moveForPerson); else as
 * moveAppointment
 */
export async function moveVisitor(
	tx: Tx,
	actor: Actor,
	{ appointmentId, counter, startsAt }: Omit<MoveForPerson, 'applicationId'>
): Promise<BookedForPerson> {
	const agent = requireAgent(actor);
	await myCounterFor(tx, agent, counter);
	const { row } = await findOwnAppointment(tx, agent, { id: appointmentId });
	if (row.applicationId) throw new NotFound('appointment');
	const moved = await moveAppointment(tx, agent, { id: appointmentId, counter, startsAt });
	return { appointmentId: moved.appointmentId };
}
