import { eq } from 'drizzle-orm';
import { NotFound } from '../../domain/errors.ts';
import { lockPerson } from '../appointments/locks.ts';
import { waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type EntryRow = typeof waitingEntry.$inferSelect;

/** Who waits: an applicant by their request; a visitor, who has none, by the appointment they have at this moment. */
function waiterOf({ applicationId, appointmentId }: EntryRow): string {
	return applicationId ?? appointmentId ?? '';
}

/**
 * Makes what somebody on the list does elsewhere wait until this transaction ends. A visitor who moved their
 * appointment while we waited is known by the new one: the entry is read again until it stands still.
 * @returns the entry as it is now
 */
export async function lockWaiter(tx: Tx, seen: EntryRow): Promise<EntryRow> {
	await lockPerson(tx, waiterOf(seen));
	const [entry] = await tx.select().from(waitingEntry).where(eq(waitingEntry.id, seen.id));
	if (!entry) throw new NotFound('waiting-entry');
	return waiterOf(entry) === waiterOf(seen) ? entry : lockWaiter(tx, entry);
}
