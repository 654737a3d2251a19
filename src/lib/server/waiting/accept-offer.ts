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
import { writeState } from '../appointments/write-state.ts';
import { now } from '../clock.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { phaseOf, takeOffer } from './find-offer.ts';

/**
 * Takes the place that was kept for the person who holds the link: their appointment is moved to it, or booked when
 * they had none. All in one transaction: until the new place is theirs, the old one is. Accepting twice is one
 * success.
 *
 * @throws NotFound for a wrong link; RuleBroken `offer-over` when the time to answer has run out or the answer was no,
 * `too-late-to-move` when the appointment they have can no longer be given back
 */
export async function acceptOffer(tx: Tx, actor: Actor, input: { token: string }): Promise<Booked> {
	const found = await takeOffer(tx, input);
	const { offer, held } = found;
	const phase = phaseOf(found);
	if (phase === 'accepted') return presentOf(tx, held.id);
	if (phase !== 'open' || !held.applicationId) throw new RuleBroken('offer-over');
	await closeOverdue(tx, actor, held.applicationId);
	const old = await bookedFor(tx, held.applicationId, held.motiveCode);
	if (old) await giveUp(tx, actor, old);
	const replaced = old ? { movedFromId: old.id, sequence: old.sequence + 1 } : {};
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
	await tx.update(waitingOffer).set({ outcome: 'accepted' }).where(eq(waitingOffer.id, offer.id));
	await tx
		.update(waitingEntry)
		.set({ endedAt: now() })
		.where(eq(waitingEntry.id, offer.waitingEntryId));
	await announce(tx, actor, held.id, old ? 'moved' : 'booked');
	return { appointmentId: held.id, token: linkToken(held.id) };
}

/** First the old one: the database allows one upcoming appointment a person and motive. */
async function giveUp(tx: Tx, actor: Actor, old: AppointmentRow): Promise<void> {
	if (!can('move', old.state, 'applicant')) {
		throw new RuleBroken('forbidden-transition', { from: old.state, action: 'move' });
	}
	const broken = brokenWindow('move', 'applicant', old, now(), await windowsOf(tx, old.counterId));
	if (broken) throw new RuleBroken(broken);
	await writeState(tx, actor, { id: old.id, from: old.state, to: 'moved' });
}

/** A second tap, perhaps after a move: where the appointment stands today. */
async function presentOf(tx: Tx, heldId: string): Promise<Booked> {
	const { row } = await appointmentFor(tx, system('waiting-offer'), { id: heldId });
	return { appointmentId: row.id, token: linkToken(row.id) };
}
