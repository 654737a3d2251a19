import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { ACTIVE_STATES, type AppointmentState } from '../../domain/appointments/states.ts';
import { NotFound } from '../../domain/errors.ts';
import { applicationById } from '../applications/queries.ts';
import { findOwnAppointment } from '../appointments/find-own-appointment.ts';
import { appointmentsOfRequest } from '../appointments/appointments-of-request.ts';
import type { AppointmentRow } from '../appointments/own-appointments.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { person } from '../db/schema/applications.ts';
import { motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { possibleDuplicates } from './possible-duplicates.ts';

/**
 * What an agent needs to book for somebody: who it is, whether they can be told, what they already have at the agent's
 * counters, and who may be the same person. The look leaves its line in the journal.
 * @throws NotFound for whoever is no agent and for a stranger's request
 */
export async function personAtCounter(tx: Tx, actor: Actor, applicationId: string) {
	if (actor.kind !== 'agent') throw new NotFound('application');
	const [{ uniqueNumber }, [found], all, duplicates] = await Promise.all([
		applicationById(tx, actor, applicationId),
		tx
			.select({
				lastName: person.lastName,
				firstName: person.firstName,
				email: person.email,
				phone: person.phone
			})
			.from(person)
			.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant'))),
		appointmentsOfRequest(tx, actor, applicationId),
		possibleDuplicates(tx, actor, applicationId)
	]);
	await recordAudit(tx, actor, {
		action: 'view-appointments',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return {
		uniqueNumber,
		lastName: found?.lastName ?? null,
		firstName: found?.firstName ?? null,
		/** They left an e-mail address or a telephone: messages reach them. */
		canBeTold: Boolean(found?.email ?? found?.phone),
		upcoming: all.filter(({ state }) => isActive(state)).reverse(),
		duplicates
	};
}

const isActive = (state: AppointmentState) => ACTIVE_STATES.includes(state);

/**
 * An appointment of this very request at one of the agent's counters.
 * @throws NotFound
 */
export async function appointmentOfPerson(
	tx: Tx,
	actor: Actor,
	applicationId: string,
	appointmentId: string
): Promise<AppointmentRow> {
	if (actor.kind !== 'agent') throw new NotFound('appointment');
	const { row } = await findOwnAppointment(tx, actor, { id: appointmentId });
	if (row.applicationId !== applicationId) throw new NotFound('appointment');
	return row;
}

/** Why somebody comes, those for staff included: what an agent may book. */
export function motivesForAgents(tx: Tx) {
	return tx.select().from(motive).where(eq(motive.active, true)).orderBy(asc(motive.position));
}
