import { and, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { takeOwnAppointment } from '../appointments/find-own-appointment.ts';
import type { AppointmentRow } from '../appointments/own-appointments.ts';
import { appointment } from '../db/schema/appointments.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { endEntry } from './leave-list.ts';

/**
 * Takes whoever holds the private link of an appointment off the list of its counter. A place that is being offered
 * goes to the next person; the appointment is untouched. Leaving twice is one success.
 * @throws NotFound for a wrong link
 */
export async function leaveByLink(tx: Tx, actor: Actor, key: { token: string }): Promise<void> {
	const { row } = await takeOwnAppointment(tx, actor, key);
	const entry = await entryOf(tx, row);
	if (entry) await endEntry(tx, actor, entry.id);
}

/** Ends the wait of a visitor who gives their appointment back: nothing else says who they are. */
export async function endVisitorWait(
	tx: Tx,
	actor: Actor,
	row: Pick<AppointmentRow, 'id' | 'applicationId' | 'motiveCode' | 'counterId'>
): Promise<void> {
	if (row.applicationId) return;
	const entry = await entryOf(tx, row);
	if (entry) await endEntry(tx, actor, entry.id);
}

/** Whether the holder of an appointment waits for an earlier one at its counter, and what is kept for them. */
export async function entryOf(
	tx: Tx,
	row: Pick<AppointmentRow, 'id' | 'applicationId' | 'motiveCode' | 'counterId'>
) {
	const { applicationId, motiveCode, counterId } = row;
	const ofRequest = and(
		eq(waitingEntry.applicationId, applicationId ?? row.id),
		eq(waitingEntry.motiveCode, motiveCode),
		eq(waitingEntry.counterId, counterId)
	);
	const [found] = await tx
		.select({
			id: waitingEntry.id,
			halfDays: waitingEntry.halfDays,
			offer: {
				heldId: waitingOffer.heldAppointmentId,
				startsAt: appointment.startsAt,
				expiresAt: waitingOffer.expiresAt
			}
		})
		.from(waitingEntry)
		.leftJoin(
			waitingOffer,
			and(eq(waitingOffer.waitingEntryId, waitingEntry.id), eq(waitingOffer.outcome, 'open'))
		)
		.leftJoin(appointment, eq(appointment.id, waitingOffer.heldAppointmentId))
		.where(
			and(isNull(waitingEntry.endedAt), or(ofRequest, eq(waitingEntry.appointmentId, row.id)))
		);
	return found ?? null;
}
