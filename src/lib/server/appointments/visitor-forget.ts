import { and, eq, exists, inArray, lt } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Hours after which what a visitor typed without booking is deleted. */
const KEPT_HOURS = 24;

/**
 * Deletes the names and addresses of visitors who chose a time and never confirmed it. For a job.
 * @returns how many
 * @throws Refused to anybody but the software
 */
export async function forgetUnfinishedVisits(tx: Tx, actor: Actor): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('forget-unfinished-visits');
	const unfinished = tx
		.select({ id: appointment.id })
		.from(appointment)
		.where(
			and(
				eq(appointment.id, visitorContact.appointmentId),
				inArray(appointment.state, ['held', 'expired']),
				lt(appointment.updatedAt, now().subtract({ hours: KEPT_HOURS }))
			)
		);
	const gone = await tx
		.delete(visitorContact)
		.where(exists(unfinished))
		.returning({ id: visitorContact.appointmentId });
	return gone.length;
}
