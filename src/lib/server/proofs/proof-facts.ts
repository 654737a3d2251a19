import type { Actor } from '../../domain/accounts/actor.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { availableProofs, nextOf } from '../../domain/proofs/proofs.ts';
import { requireApplication } from '../applications/access.ts';
import { eventsOf } from '../applications/queries.ts';
import { registeredFacts } from '../applications/registered-facts.ts';
import { appointmentsOfRequest } from '../appointments/appointments-of-request.ts';
import { appointmentFor, type AppointmentView } from '../appointments/queries.ts';
import { landlordsFor, registeringBodyOf } from '../bodies/queries.ts';
import { now, today } from '../clock.ts';
import { listCommunes } from '../counters/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { paperKinds, papersOfRequest } from '../documents/queries.ts';
import { settingsOf } from '../settings/queries.ts';

/**
 * Everything that the printed proofs of one request may say, read in the name of who asks.
 * @throws NotFound for a stranger's request
 */
export async function proofFacts(tx: Tx, actor: Actor, applicationId: string) {
	const [, facts, happened, communes, papers, kinds, settings, next] = await Promise.all([
		// Whoever may read single facts for somebody (a helper) may not print them all.
		requireApplication(tx, actor, applicationId),
		registeredFacts(tx, actor, applicationId),
		eventsOf(tx, applicationId),
		listCommunes(tx),
		papersOfRequest(tx, actor, applicationId),
		paperKinds(tx),
		settingsOf(tx, ['abnormal_delay_months', 'mediation_address', 'mediation_form']),
		nextAppointment(tx, actor, applicationId)
	]);
	const wanted = facts.housing.communes.map(({ insee }) => insee);
	const [body, landlords] = await Promise.all([
		registeringBodyOf(tx, facts.application.registeringCode),
		landlordsFor(tx, wanted)
	]);
	const events = standingEvents(happened);
	return {
		...facts,
		/** Names of the communes of the area, by INSEE code. */
		places: new Map(communes.map(({ insee, name }) => [insee, name])),
		/** Newest first; what was entered by mistake does not count. */
		events,
		papers,
		kinds,
		body,
		landlords,
		settings,
		next,
		today: today(),
		available: availableProofs({
			renewedOn: facts.application.renewedOn,
			events,
			hasAppointment: next !== null
		})
	};
}

export type ProofFacts = Awaited<ReturnType<typeof proofFacts>>;

/** The next appointment of this very request that the reader may see: an agent sees those of their counters. */
async function nextAppointment(
	tx: Tx,
	actor: Actor,
	applicationId: string
): Promise<AppointmentView | null> {
	const all = await appointmentsOfRequest(tx, actor, applicationId);
	const next = nextOf(all, now());
	return next ? appointmentFor(tx, actor, { id: next.id }) : null;
}
