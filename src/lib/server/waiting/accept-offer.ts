import { eq } from 'drizzle-orm';
import { system, type Actor } from '../../domain/accounts/actor.ts';
import { can } from '../../domain/appointments/states.ts';
import { brokenWindow } from '../../domain/appointments/windows.ts';
import { windowsOf } from '../counters/counter-settings.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { announce } from '../appointments/announce.ts';
import type { Booked } from '../appointments/book-appointment.ts';
import { linkHash, linkToken } from '../appointments/links.ts';
import { bookedFor, closeOverdue, type AppointmentRow } from '../appointments/own-appointments.ts';
import { appointmentFor } from '../appointments/queries.ts';
import { carryContact } from '../appointments/visitor-take.ts';
import { writeState } from '../appointments/write-state.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { phaseOf, takeOffer, type FoundOffer } from './find-offer.ts';

/**
 * Takes the place that was kept for the person who holds the link: their appointment is moved to it, or booked when
 * they had none. All in one transaction: until the new place is theirs, the old one is. Accepting twice is one
 * success.
 *
 * @throws NotFound for a wrong link; RuleBroken `offer-over` when the time to answer has run out or the answer was no,
 * `too-late-to-move` when the appointment they have can no longer be given back
 */
export async function acceptOffer(tx: Tx, actor: Actor, input: { token: string }): Promise<Booked> {
	return acceptFound(tx, actor, await takeOffer(tx, input), 'applicant');
}

/**
 * The same once the offer is found, for whoever may answer it.
 * @param as whose window counts for the appointment that is given up
 */
export async function acceptFound(
	tx: Tx,
	actor: Actor,
	found: FoundOffer,
	as: 'applicant' | 'agent'
): Promise<Booked> {
	const { offer, held, entry } = found;
	const phase = phaseOf(found);
	if (phase === 'accepted') return presentOf(tx, held.id);
	if (phase !== 'open') throw new RuleBroken('offer-over');
	const old = await presentAppointmentOf(tx, actor, found);
	if (old) await giveUp(tx, actor, old, as);
	const replaced = old ? replacing(old) : {};
	await writeState(
		tx,
		actor,
		{ id: held.id, from: 'held', to: 'booked', reason: 'waiting list' },
		{
			...replaced,
			heldUntil: null,
			confirmedAt: now(),
			linkHash: linkHash(linkToken(held.id))
		}
	);
	if (entry.appointmentId) await carryContact(tx, entry.appointmentId, held.id);
	await tx.update(waitingOffer).set({ outcome: 'accepted' }).where(eq(waitingOffer.id, offer.id));
	await tx
		.update(waitingEntry)
		.set({ endedAt: now() })
		.where(eq(waitingEntry.id, offer.waitingEntryId));
	await announce(tx, actor, held.id, old ? 'moved' : 'booked');
	return { appointmentId: held.id, token: linkToken(held.id) };
}

/** What the place replaces: the appointment of the request for this motive, or the one a visitor came to the list with. */
async function presentAppointmentOf(
	tx: Tx,
	actor: Actor,
	{ held, entry }: FoundOffer
): Promise<AppointmentRow | null> {
	if (held.applicationId) {
		await closeOverdue(tx, actor, held.applicationId);
		return bookedFor(tx, held.applicationId, held.motiveCode);
	}
	const [old] = await tx
		.select()
		.from(appointment)
		.where(eq(appointment.id, entry.appointmentId ?? held.id))
		.for('update');
	// Cancelled by the counter, they still wait; by themselves, they do not.
	if (old?.state === 'cancelled_by_applicant') throw new RuleBroken('offer-over');
	return old?.state === 'booked' ? old : null;
}

/** What stays the same when an appointment is replaced: who comes, for whom it was booked, its entry in calendars. */
function replacing({ id, sequence, helperKind, helperName }: AppointmentRow) {
	return { movedFromId: id, sequence: sequence + 1, helperKind, helperName };
}

/** First the old one: the database allows one upcoming appointment a person and motive. */
async function giveUp(
	tx: Tx,
	actor: Actor,
	old: AppointmentRow,
	as: 'applicant' | 'agent'
): Promise<void> {
	if (!can('move', old.state, as)) {
		throw new RuleBroken('forbidden-transition', { from: old.state, action: 'move' });
	}
	const broken = brokenWindow('move', as, old, now(), await windowsOf(tx, old.counterId));
	if (broken) throw new RuleBroken(broken);
	await writeState(tx, actor, { id: old.id, from: old.state, to: 'moved' });
}

/** A second tap, perhaps after a move: where the appointment stands today. */
async function presentOf(tx: Tx, heldId: string): Promise<Booked> {
	const { row } = await appointmentFor(tx, system('waiting-offer'), { id: heldId });
	return { appointmentId: row.id, token: linkToken(row.id) };
}
