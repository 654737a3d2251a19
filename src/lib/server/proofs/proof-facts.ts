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
	// Whoever may read single facts for somebody (a helper) may not print them all.
	await requireApplication(tx, actor, applicationId);
	const facts = await registeredFacts(tx, actor, applicationId);
	const events = standingEvents(await eventsOf(tx, applicationId));
	const communes = facts.housing.communes.map(({ insee }) => insee);
	const places = new Map((await listCommunes(tx)).map(({ insee, name }) => [insee, name]));
	const next = await nextAppointment(tx, actor, applicationId);
	return {
		...facts,
		/** Names of the communes of the area, by INSEE code. */
		places,
		/** Newest first; what was entered by mistake does not count. */
		events,
		papers: await papersOfRequest(tx, actor, applicationId),
		kinds: await paperKinds(tx),
		body: await registeringBodyOf(tx, facts.application.registeringCode),
		landlords: await landlordsFor(tx, communes),
		settings: await settingsOf(tx, [
			'abnormal_delay_months',
			'mediation_address',
			'mediation_form'
		]),
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
