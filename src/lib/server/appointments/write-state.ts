import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import type { AppointmentState } from '../../domain/appointments/states.ts';
import { now } from '../clock.ts';
import { appointment, appointmentEvent } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type StateChange = {
	id: string;
	/** Empty for an appointment just made. */
	from: AppointmentState | null;
	to: AppointmentState;
	reason?: string | null;
};

/** Changes the state of an appointment and writes the line of its history. Whether it may is decided before. */
export async function writeState(
	tx: Tx,
	actor: Actor,
	change: StateChange,
	others: Partial<typeof appointment.$inferInsert> = {}
): Promise<void> {
	await tx
		.update(appointment)
		.set({ ...others, state: change.to, updatedAt: now() })
		.where(eq(appointment.id, change.id));
	await writeHistory(tx, actor, [change]);
}

/** The history alone, for rows that were written by another statement. */
export async function writeHistory(
	tx: Tx,
	actor: Actor,
	changes: readonly StateChange[]
): Promise<void> {
	if (changes.length === 0) return;
	const at = now();
	await tx.insert(appointmentEvent).values(
		changes.map(({ id, from, to, reason }) => ({
			appointmentId: id,
			fromState: from,
			toState: to,
			at,
			actor: actorLabel(actor),
			reason: reason ?? null
		}))
	);
}
