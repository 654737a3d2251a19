import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { requireApplicant } from '../appointments/access.ts';
import { lockPerson } from '../appointments/locks.ts';
import { giveBack } from '../appointments/own-appointments.ts';
import { now } from '../clock.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { phaseOf, takeOffer } from './find-offer.ts';

/**
 * Takes an applicant off the list. A place that is being offered to them goes to the next person; their appointment is
 * untouched. Leaving twice is one success.
 * @throws NotFound for a stranger's entry; Refused without an account
 */
export async function leaveWaitingList(
	tx: Tx,
	actor: Actor,
	input: { entryId: string }
): Promise<void> {
	const applicationId = requireApplicant(actor);
	if (!isUuid(input.entryId)) throw new NotFound('waiting-entry');
	await lockPerson(tx, applicationId);
	const mine = and(
		eq(waitingEntry.id, input.entryId),
		eq(waitingEntry.applicationId, applicationId)
	);
	const [entry] = await tx.select({ id: waitingEntry.id }).from(waitingEntry).where(mine);
	if (!entry) throw new NotFound('waiting-entry');
	await endEntry(tx, actor, entry.id);
}

/** Ends an entry whose person is locked; a place that is being offered is given back. */
export async function endEntry(tx: Tx, actor: Actor, entryId: string): Promise<void> {
	await giveOfferBack(tx, actor, entryId);
	await tx
		.update(waitingEntry)
		.set({ endedAt: now() })
		.where(and(eq(waitingEntry.id, entryId), isNull(waitingEntry.endedAt)));
}

async function giveOfferBack(tx: Tx, actor: Actor, entryId: string): Promise<void> {
	const [open] = await tx
		.select({ id: waitingOffer.id })
		.from(waitingOffer)
		.where(and(eq(waitingOffer.waitingEntryId, entryId), eq(waitingOffer.outcome, 'open')));
	if (!open) return;
	const found = await takeOffer(tx, open);
	if (found.held.state === 'held') await giveBack(tx, actor, found.held);
	const outcome = phaseOf(found) === 'open' ? 'declined' : 'expired';
	await tx.update(waitingOffer).set({ outcome }).where(eq(waitingOffer.id, open.id));
}
