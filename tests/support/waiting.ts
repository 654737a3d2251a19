import { and, asc, eq } from 'drizzle-orm';
import type { Actor, Applicant } from '../../src/lib/domain/accounts/actor.ts';
import type { HalfDay } from '../../src/lib/domain/waiting/half-days.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { waitingEntry, waitingOffer } from '../../src/lib/server/db/schema/booking.ts';
import { joinWaitingList } from '../../src/lib/server/waiting/join-list.ts';
import { offerToken } from '../../src/lib/server/waiting/links.ts';
import { as, paris, TESTING } from './booking.ts';

export const book = async (who: Actor, startsAt: string, counter = 'biot') =>
	(
		await as(who, (tx, actor) =>
			bookAppointment(tx, actor, { motive: 'suivi', counter, startsAt: paris(startsAt) })
		)
	).appointmentId;

export const cancel = (who: Actor, id: string) =>
	as(who, (tx, actor) => cancelAppointment(tx, actor, { id }));

export const join = (who: Actor, halfDays: HalfDay[] = [], counter = 'biot') =>
	as(who, (tx, actor) => joinWaitingList(tx, actor, { motive: 'suivi', counter, halfDays }));

/** The offers made to somebody, oldest first, with the place and the secret of the link. */
export async function offersTo(who: Applicant) {
	const rows = await as(TESTING, (tx) =>
		tx
			.select({
				outcome: waitingOffer.outcome,
				expiresAt: waitingOffer.expiresAt,
				heldId: appointment.id,
				startsAt: appointment.startsAt,
				state: appointment.state
			})
			.from(waitingOffer)
			.innerJoin(waitingEntry, eq(waitingEntry.id, waitingOffer.waitingEntryId))
			.innerJoin(appointment, eq(appointment.id, waitingOffer.heldAppointmentId))
			.where(eq(waitingEntry.applicationId, who.applicationId))
			.orderBy(asc(waitingOffer.offeredAt))
	);
	return rows.map((row) => ({ ...row, token: offerToken(row.heldId) }));
}

/** The starts of what somebody has booked. */
export async function bookedBy(who: Applicant): Promise<Temporal.Instant[]> {
	const rows = await as(TESTING, (tx) =>
		tx
			.select({ startsAt: appointment.startsAt })
			.from(appointment)
			.where(and(eq(appointment.applicationId, who.applicationId), eq(appointment.state, 'booked')))
	);
	return rows.map(({ startsAt }) => startsAt);
}

/** Says when their request was registered: the legal delay runs from that day. */
export async function registeredOn(who: Applicant, day: string): Promise<void> {
	const filedOn = Temporal.PlainDate.from(day);
	await as(TESTING, (tx) =>
		tx
			.update(application)
			.set({ filedOn, validUntil: filedOn.add({ years: 1 }) })
			.where(eq(application.id, who.applicationId))
	);
}
