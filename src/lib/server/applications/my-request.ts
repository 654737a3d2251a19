import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { comingSteps } from '../../domain/applications/coming-steps.ts';
import { nextStep } from '../../domain/applications/next-step.ts';
import { validityOn } from '../../domain/applications/validity.ts';
import { now, today } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { papersOfRequest } from '../documents/queries.ts';
import { applicationById, eventsOf } from './queries.ts';

const TO_SEND: readonly string[] = ['missing', 'to_resend'];

/**
 * Everything the first screen of the applicant says: where the request stands, the one thing to do, what comes next.
 * @throws NotFound for a stranger's request
 */
export async function myRequest(tx: Tx, actor: Actor, applicationId: string) {
	const application = await applicationById(tx, actor, applicationId);
	const events = await eventsOf(tx, applicationId);
	const papers = await papersOfRequest(tx, actor, applicationId);
	const appointment = await upcomingAppointment(tx, applicationId);
	const validity = validityOn(
		today(),
		application.filedOn,
		application.renewedOn ? [application.renewedOn] : []
	);
	const wasReceived = events.some((event) => event.kind === 'interviewed');
	const missing = papers.expected.filter((paper) => TO_SEND.includes(paper.state));
	return {
		application,
		applicant: papers.household.find((person) => person.role === 'applicant') ?? null,
		events,
		appointment,
		validity,
		missing: missing.length,
		sent: papers.sent.length,
		coming: comingSteps(application.state, wasReceived),
		next: nextStep({
			state: application.state,
			validity: validity.phase,
			missingPapers: missing.length,
			hasAppointment: appointment !== null,
			wasReceived
		})
	};
}

export type MyRequest = Awaited<ReturnType<typeof myRequest>>;

async function upcomingAppointment(tx: Tx, applicationId: string) {
	const [found] = await tx
		.select({ startsAt: appointment.startsAt, motive: motive.label, counter: counter.name })
		.from(appointment)
		.innerJoin(counter, eq(counter.id, appointment.counterId))
		.innerJoin(motive, eq(motive.code, appointment.motiveCode))
		.where(
			and(
				eq(appointment.applicationId, applicationId),
				inArray(appointment.state, ['booked', 'arrived', 'called', 'in_interview']),
				gt(appointment.endsAt, now())
			)
		)
		.orderBy(asc(appointment.startsAt))
		.limit(1);
	return found ?? null;
}
