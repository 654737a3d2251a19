import { and, eq, lte, ne, or } from 'drizzle-orm';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

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
