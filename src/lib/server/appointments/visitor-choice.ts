import { desc, eq } from 'drizzle-orm';
import { isHoldRunning } from '../../domain/appointments/windows.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPerson } from './locks.ts';
import type { AppointmentRow } from './own-appointments.ts';

export type ContactRow = typeof visitorContact.$inferSelect;

/** What the browser with a certain secret has chosen last. */
export type VisitorChoice = {
	row: AppointmentRow;
	/** Null until they have said who comes. */
	contact: ContactRow | null;
	/** `held`: kept for them. `lapsed`: the ten minutes are over. `released`: given back. `booked`: done. */
	state: 'held' | 'lapsed' | 'released' | 'booked';
};

/** How long what was typed is shown again in the same browser after the ten minutes, in minutes. */
const SHOWN_AGAIN_MINUTES = 30;

/** The last choice of a browser, or null when it has none or left it too long ago. */
export async function choiceOf(tx: Tx, holder: string | null): Promise<VisitorChoice | null> {
	if (!holder) return null;
	const [found] = await tx
		.select({ row: appointment, contact: visitorContact })
		.from(appointment)
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id))
		.where(eq(appointment.holderHash, holder))
		.orderBy(desc(appointment.createdAt), desc(appointment.id))
		.limit(1);
	const state = found && stateOf(found.row);
	return state ? { ...found, state } : null;
}

function stateOf({ state, heldUntil, updatedAt }: AppointmentRow): VisitorChoice['state'] | null {
	if (state === 'booked') return 'booked';
	if (state !== 'held' && state !== 'expired') return null;
	const at = now();
	if (state === 'held' && heldUntil && isHoldRunning(heldUntil, at)) return 'held';
	const left = heldUntil ?? updatedAt;
	if (Temporal.Instant.compare(at, left.add({ minutes: SHOWN_AGAIN_MINUTES })) >= 0) return null;
	return heldUntil ? 'lapsed' : 'released';
}

/** What one browser sends at once happens one after the other. Always the first lock taken. */
export function lockHolder(tx: Tx, holder: string): Promise<void> {
	return lockPerson(tx, `visitor:${holder}`);
}
