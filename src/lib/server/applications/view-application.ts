import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { receptionDelay } from '../../domain/appointments/reception-delay.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { validityOn } from '../../domain/applications/validity.ts';
import { NotFound } from '../../domain/errors.ts';
import { availableProofs, nextOf } from '../../domain/proofs/proofs.ts';
import { appointmentsOfRequest } from '../appointments/appointments-of-request.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { applicantAccount } from '../db/schema/accounts.ts';
import { exchangeOf } from '../conversations/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { papersOfRequest } from '../documents/queries.ts';
import { possibleDuplicates } from '../reception/possible-duplicates.ts';
import { settingOf } from '../settings/queries.ts';
import { eventsOf } from './queries.ts';
import { registeredFacts } from './registered-facts.ts';

/**
 * The whole file of a request, as an agent opens it. Each look leaves its line in the journal, in the same
 * transaction: no look without its line.
 * @throws NotFound for a request outside the agent's territory as for an unknown one, and to whoever is no agent
 */
export async function viewApplication(tx: Tx, actor: Actor, input: { applicationId: string }) {
	if (actor.kind !== 'agent') throw new NotFound('application');
	const { applicationId } = input;
	const [facts, events, papers, appointments, exchange, account, duplicates, delay] =
		await Promise.all([
			registeredFacts(tx, actor, applicationId),
			eventsOf(tx, applicationId),
			papersOfRequest(tx, actor, applicationId),
			appointmentsOfRequest(tx, actor, applicationId),
			exchangeOf(tx, applicationId),
			accountOf(tx, applicationId),
			possibleDuplicates(tx, actor, applicationId),
			settingOf(tx, 'reception_delay_months')
		]);
	const { filedOn, renewedOn } = facts.application;
	await recordAudit(tx, actor, {
		action: 'view-application',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId
	});
	return {
		...facts,
		events,
		papers,
		appointments,
		exchange,
		/** What can be printed for the person. */
		proofs: availableProofs({
			renewedOn,
			events: standingEvents(events),
			hasAppointment: nextOf(appointments, now()) !== null
		}),
		account,
		duplicates,
		validity: validityOn(today(), filedOn, renewedOn ? [renewedOn] : []),
		/** CCH L441-2-8 I, by the setting of the service. */
		reception: {
			...receptionDelay(filedOn, delay.value, today()),
			months: delay.value,
			isConfirmed: delay.confirmed
		},
		receivedOn: events.findLast((event) => event.kind === 'interviewed')?.occurredOn ?? null
	};
}

export type ApplicationFile = Awaited<ReturnType<typeof viewApplication>>;

async function accountOf(tx: Tx, applicationId: string) {
	const [found] = await tx
		.select({ activatedAt: applicantAccount.activatedAt })
		.from(applicantAccount)
		.where(eq(applicantAccount.applicationId, applicationId));
	return found ?? null;
}
