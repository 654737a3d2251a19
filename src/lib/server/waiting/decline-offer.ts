import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { giveBack } from '../appointments/own-appointments.ts';
import { now } from '../clock.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { phaseOf, takeOffer, type FoundOffer } from './find-offer.ts';

export type DeclineInput = {
	token: string;
	/** They want no more offers either: their name leaves the list. */
	leave?: boolean;
};

/**
 * Gives an offered place back, for the next person. The appointment they have is untouched, and they stay on the list
 * unless they say otherwise. Declining twice is one success.
 * @throws NotFound for a wrong link; RuleBroken `offer-over` when it was accepted
 */
export async function declineOffer(tx: Tx, actor: Actor, input: DeclineInput): Promise<void> {
	await declineFound(tx, actor, await takeOffer(tx, input), input.leave ?? false);
}

/** The same once the offer is found, for whoever may answer it. */
export async function declineFound(
	tx: Tx,
	actor: Actor,
	found: FoundOffer,
	leave: boolean
): Promise<void> {
	const { offer, held } = found;
	const phase = phaseOf(found);
	if (phase === 'accepted') throw new RuleBroken('offer-over');
	if (phase === 'open') {
		await giveBack(tx, actor, held);
		await tx.update(waitingOffer).set({ outcome: 'declined' }).where(eq(waitingOffer.id, offer.id));
	}
	if (leave) {
		await tx
			.update(waitingEntry)
			.set({ endedAt: now() })
			.where(eq(waitingEntry.id, offer.waitingEntryId));
	}
}
