import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { BookedForPerson } from './book-for-person.ts';
import { findOwnAppointment } from './find-own-appointment.ts';
import { myCounterFor, requireAgent } from './for-person.ts';
import { moveAppointment } from './move-appointment.ts';

export type MoveForPerson = {
	applicationId: string;
	appointmentId: string;
	/** Slug of one of the agent's counters. */
	counter: string;
	startsAt: Temporal.Instant;
};

/**
 * An agent moves somebody's appointment to another time of one of their counters; also that of a person who is there
 * and waits. Otherwise as moveAppointment: nothing is lost when the new time is gone, the person is told.
 *
 * @throws NotFound for whoever is no agent, a stranger's request, an appointment of another request, another's counter;
 * else as moveAppointment
 */
export async function moveForPerson(
	tx: Tx,
	actor: Actor,
	{ applicationId, appointmentId, counter, startsAt }: MoveForPerson
): Promise<BookedForPerson> {
	const agent = requireAgent(actor);
	await requireApplication(tx, agent, applicationId);
	await myCounterFor(tx, agent, counter);
	const { row } = await findOwnAppointment(tx, agent, { id: appointmentId });
	if (row.applicationId !== applicationId) throw new NotFound('appointment');
	const moved = await moveAppointment(tx, agent, { id: appointmentId, counter, startsAt });
	return { appointmentId: moved.appointmentId };
}
