import { eq } from 'drizzle-orm';
import { NotFound } from '../../domain/errors.ts';
import { isHoldRunning } from '../../domain/appointments/windows.ts';
import { linkHash } from '../appointments/links.ts';
import type { AppointmentRow } from '../appointments/own-appointments.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockWaiter, type EntryRow } from './lock-waiter.ts';

export type OfferRow = typeof waitingOffer.$inferSelect;
export type FoundOffer = { offer: OfferRow; held: AppointmentRow; entry: EntryRow };

/** Where an offer stands for the person who looks at it. */
export type OfferPhase = 'open' | 'accepted' | 'declined' | 'over';

/**
 * An offer, by the secret of its link or by its id.
 * @throws NotFound for a wrong link
 */
export async function findOffer(tx: Tx, key: { token: string } | { id: string }) {
	const [found] = await tx
		.select({ offer: waitingOffer, held: appointment, entry: waitingEntry })
		.from(waitingOffer)
		.innerJoin(waitingEntry, eq(waitingEntry.id, waitingOffer.waitingEntryId))
		.innerJoin(appointment, eq(appointment.id, waitingOffer.heldAppointmentId))
		.where(
			'token' in key ? eq(waitingOffer.linkHash, linkHash(key.token)) : eq(waitingOffer.id, key.id)
		);
	if (!found) throw new NotFound('waiting-offer');
	return found;
}

/** The same for a change: the person's other doings wait, and neither row changes until this transaction ends. */
export async function takeOffer(
	tx: Tx,
	key: { token: string } | { id: string }
): Promise<FoundOffer> {
	const seen = await findOffer(tx, key);
	const entry = await lockWaiter(tx, seen.entry);
	const [offer] = await tx
		.select()
		.from(waitingOffer)
		.where(eq(waitingOffer.id, seen.offer.id))
		.for('update');
	const [held] = await tx
		.select()
		.from(appointment)
		.where(eq(appointment.id, seen.held.id))
		.for('update');
	if (!offer || !held) throw new NotFound('waiting-offer');
	return { offer, held, entry };
}

/** A place whose time has run out is over, whether or not a job has written it down. */
export function phaseOf({ offer, held }: FoundOffer): OfferPhase {
	if (offer.outcome === 'declined') return 'declined';
	if (offer.outcome === 'accepted') return 'accepted';
	if (offer.outcome === 'expired' || held.state === 'expired') return 'over';
	// The person booked the very place they held, by the ordinary way.
	if (held.state !== 'held') return 'accepted';
	return isHoldRunning(offer.expiresAt, now()) ? 'open' : 'over';
}
