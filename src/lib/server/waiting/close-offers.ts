import { and, eq, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { writeState } from '../appointments/write-state.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { application } from '../db/schema/applications.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { phaseOf, takeOffer } from './find-offer.ts';

/** Offers that nobody answered in time, or whose place was given back or booked by another way. */
export async function offersToClose(tx: Tx): Promise<string[]> {
	const rows = await tx
		.select({ id: waitingOffer.id })
		.from(waitingOffer)
		.innerJoin(appointment, eq(appointment.id, waitingOffer.heldAppointmentId))
		.where(
			and(
				eq(waitingOffer.outcome, 'open'),
				or(lte(waitingOffer.expiresAt, now()), ne(appointment.state, 'held'))
			)
		)
		.limit(500);
	return rows.map(({ id }) => id);
}

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

/**
 * Takes off the list those who have nothing to wait for any more: they came, or were to come, to an appointment for
 * this motive since they joined, or their request is no longer live.
 */
export async function endServedEntries(tx: Tx): Promise<void> {
	const moment = now().toString();
	await tx
		.update(waitingEntry)
		.set({ endedAt: now() })
		.where(
			and(
				isNull(waitingEntry.endedAt),
				sql`(exists (select from ${appointment} where ${appointment.applicationId} = ${waitingEntry}.application_id
						and ${appointment.motiveCode} = ${waitingEntry}.motive_code
						and ${appointment.startsAt} > ${waitingEntry}.created_at and ${appointment.startsAt} <= ${moment}
						and ${appointment.state} in ('booked', 'arrived', 'called', 'in_interview', 'received', 'absent', 'unrecorded'))
					or exists (select from ${application} where ${application.id} = ${waitingEntry}.application_id
						and ${application.state} = 'struck_off'))`
			)
		);
}
