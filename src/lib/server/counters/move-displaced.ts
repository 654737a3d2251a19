import type { Actor } from '../../domain/accounts/actor.ts';
import { visitsWithoutOpening } from '../../domain/appointments/displaced.ts';
import { NotFound } from '../../domain/errors.ts';
import { findNearestTimes } from '../appointments/find-nearest-times.ts';
import { requireAgent } from '../appointments/for-person.ts';
import { moveAppointment } from '../appointments/move-appointment.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { counterToEdit } from './counter-agenda.ts';
import { plannedVisits } from './planned-visits.ts';

/** Whoever is moved without having asked reads it first: not within a day. Our choice. */
const HOURS_TO_READ = 24;

/**
 * Moves an appointment that has no opening any more to the nearest free time of the same counter, and tells the
 * person, who may move it again: one act instead of a search for each.
 *
 * @returns the new start, or null when the counter has no free time: nothing is changed
 * @throws NotFound for whoever is no agent of this counter, and for an appointment that has its opening; as
 * moveAppointment when somebody else takes the time in the same instant
 */
export async function moveDisplaced(
	tx: Tx,
	actor: Actor,
	{ slug, id }: { slug: string; id: string }
): Promise<Temporal.Instant | null> {
	const agent = requireAgent(actor);
	const { counter, agenda } = await counterToEdit(tx, agent, slug);
	const visits = visitsWithoutOpening(await plannedVisits(tx, counter.id), agenda);
	const visit = visits.find((each) => each.id === id);
	if (!visit) throw new NotFound('appointment');
	const wanted = { motive: visit.motiveCode, counter: slug, startsAt: visit.startsAt };
	const { here } = await findNearestTimes(tx, agent, { ...wanted, exceptId: id });
	const earliest = now().add({ hours: HOURS_TO_READ });
	const nearest = here.find(({ startsAt }) => Temporal.Instant.compare(startsAt, earliest) >= 0);
	if (!nearest) return null;
	await moveAppointment(tx, agent, { id, counter: slug, startsAt: nearest.startsAt });
	return nearest.startsAt;
}
