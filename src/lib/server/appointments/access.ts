import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { AppointmentActor } from '../../domain/appointments/states.ts';
import type { Audience } from '../../domain/appointments/types.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { appointment } from '../db/schema/appointments.ts';
import { helpedApplication, requireMandate } from '../helpers/access.ts';

/**
 * Which appointments an actor may see, as a condition on table `appointment`: an applicant those of the request, a
 * helper too where their mandate says so, an agent those of their counters, the head of service and the software all. A visitor sees one alone,
 * by its private link, which is not asked here.
 */
export function visibleAppointments(actor: Actor): SQL {
	switch (actor.kind) {
		case 'applicant':
			return eq(appointment.applicationId, actor.applicationId);
		case 'helper':
			return helpedApplication(actor, 'appointments', appointment.applicationId);
		case 'agent':
			if (actor.role === 'head') return sql`true`;
			return actor.counterIds.length
				? inArray(appointment.counterId, [...actor.counterIds])
				: sql`false`;
		case 'system':
			return sql`true`;
		case 'visitor':
			return sql`false`;
	}
}

/** Who the actor is in the table of appointment states. A helper acts in the applicant's name. */
export function appointmentActor(actor: Actor): AppointmentActor {
	return actor.kind === 'helper' ? 'applicant' : actor.kind;
}

/** Openings for staff are proposed to agents alone. */
export function audienceOf(actor: Actor): Audience {
	return actor.kind === 'agent' ? 'staff' : 'public';
}

/**
 * Says no unless the actor may look for times of a motive: those for staff are the agents' alone. A visitor may look
 * at the others; booking asks for an account (requireApplicant).
 * @throws Refused
 */
export function requireMotive(actor: Actor, bookableBy: 'anyone' | 'applicant' | 'staff'): void {
	if (bookableBy === 'staff' && actor.kind !== 'agent') throw new Refused('book-motive');
}

/**
 * The request in whose name an applicant or their helper books.
 * @throws Refused for everybody else: a visitor signs in first
 */
export function requireApplicant(actor: Actor): string {
	if (actor.kind === 'helper') return requireMandate(actor, 'book-appointment').applicationId;
	if (actor.kind !== 'applicant') throw new Refused('book');
	return actor.applicationId;
}

/** @throws NotFound for a counter that is not this agent's, as for one that does not exist */
export function requireOwnCounter(actor: Actor, counterId: string): void {
	const own =
		actor.kind === 'system' ||
		(actor.kind === 'agent' && (actor.role === 'head' || actor.counterIds.includes(counterId)));
	if (!own) throw new NotFound('counter');
}
