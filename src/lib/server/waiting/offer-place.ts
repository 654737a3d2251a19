import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { isHoldRunning } from '../../domain/appointments/windows.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isWorthOffering, offerEnd } from '../../domain/waiting/offers.ts';
import { linkHash } from '../appointments/links.ts';
import { giveBack, holdOf } from '../appointments/own-appointments.ts';
import { takePlace } from '../appointments/take-place.ts';
import { now } from '../clock.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import { motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announceOffer } from './announce-offer.ts';
import { offerToken } from './links.ts';
import { lockWaiter } from './lock-waiter.ts';
import type { PlannedOffer } from './plan-offers.ts';
import { waiters, type WaitingPerson } from './waiters.ts';

/**
 * Keeps a free place for one person on the list and tells them. All is asked again under the person's lock: of any
 * number of jobs at once, one makes the offer.
 *
 * @returns the id of the place that is held, or null when the person is no longer waiting for it
 * @throws RuleBroken `time-taken` or `time-not-offered` when the place went to somebody else meanwhile: nothing is
 * then written
 */
export async function offerPlace(
	tx: Tx,
	actor: Actor,
	{ entryId, startsAt }: PlannedOffer
): Promise<string | null> {
	const [seen] = await tx.select().from(waitingEntry).where(eq(waitingEntry.id, entryId));
	if (!seen) return null;
	const entry = await lockWaiter(tx, seen);
	const [waiter] = await waiters(tx, eq(waitingEntry.id, entryId));
	const [wanted] = await tx.select().from(motive).where(eq(motive.code, entry.motiveCode));
	if (!waiter || !wanted || (await isChoosing(tx, actor, waiter))) return null;
	const expiresAt = offerEnd(now());
	const limits = { offerEnd: expiresAt, minimumNoticeMinutes: wanted.minimumNoticeMinutes };
	if (!isWorthOffering(waiter, startsAt, limits)) return null;
	const heldId = await takePlace(tx, actor, {
		motive: wanted.code,
		counterId: waiter.counterId,
		startsAt,
		applicationId: waiter.applicationId,
		state: 'held',
		others: { heldUntil: expiresAt, ...(waiter.channel && { channel: waiter.channel }) },
		reason: 'waiting list'
	});
	await writeOffer(tx, { entryId, heldId, expiresAt });
	await announceOffer(tx, actor, { heldId, expiresAt, contactOf: entry.appointmentId });
	return heldId;
}

/** One hold a person: whoever is choosing a time right now is asked later. One that ran out is cleared away. */
async function isChoosing(tx: Tx, actor: Actor, { applicationId }: WaitingPerson) {
	if (!applicationId) return false;
	const hold = await holdOf(tx, applicationId);
	if (!hold) return false;
	if (hold.heldUntil && isHoldRunning(hold.heldUntil, now())) return true;
	await giveBack(tx, actor, hold);
	return false;
}

async function writeOffer(
	tx: Tx,
	{ entryId, heldId, expiresAt }: { entryId: string; heldId: string; expiresAt: Temporal.Instant }
): Promise<void> {
	const [written] = await tx
		.insert(waitingOffer)
		.values({
			waitingEntryId: entryId,
			heldAppointmentId: heldId,
			linkHash: linkHash(offerToken(heldId)),
			offeredAt: now(),
			expiresAt
		})
		.onConflictDoNothing()
		.returning({ id: waitingOffer.id });
	// The transaction ends here: the place that was just held goes back with it.
	if (!written) throw new RuleBroken('already-offered');
}
