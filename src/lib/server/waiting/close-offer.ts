import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { writeState } from '../appointments/write-state.ts';
import { now } from '../clock.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { phaseOf, takeOffer } from './find-offer.ts';

/** Writes down what came of an offer and frees its place. An offer that is still open stays so. */
export async function closeOffer(tx: Tx, actor: Actor, { id }: { id: string }): Promise<void> {
	const found = await takeOffer(tx, { id });
	const { offer, held } = found;
	const phase = phaseOf(found);
	if (offer.outcome !== 'open' || phase === 'open') return;
	if (held.state === 'held') {
		await writeState(tx, actor, { id: held.id, from: 'held', to: 'expired', reason: 'ran out' });
	}
	const outcome = phase === 'accepted' ? 'accepted' : 'expired';
	await tx.update(waitingOffer).set({ outcome }).where(eq(waitingOffer.id, offer.id));
	if (outcome === 'accepted') {
		await tx
			.update(waitingEntry)
			.set({ endedAt: now() })
			.where(eq(waitingEntry.id, offer.waitingEntryId));
	}
}
