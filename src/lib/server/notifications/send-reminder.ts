import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { appointmentReminder } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { missingPapersOf } from '../documents/queries.ts';
import { appointmentFor } from '../appointments/queries.ts';
import { queueMessage } from './queue-message.ts';
import { reminderText } from './reminder-text.ts';
import { reminderOf } from './reminders-due.ts';

/** The kind of the messages that must not leave once the appointment no longer stands. */
export const REMINDER_KIND = 'appointment-reminder';

/**
 * Decides the reminders of one appointment whose moment has come: puts at most one message in the queue and writes
 * down, in the same transaction, which left and which came too late. Each is decided once, however many jobs run.
 *
 * @returns the minutes before the start of the reminder that was queued, or null
 */
export async function sendReminder(
	tx: Tx,
	actor: Actor,
	input: { appointmentId: string }
): Promise<number | null> {
	const { appointmentId } = input;
	const decision = await reminderOf(tx, appointmentId);
	if (!decision) return null;
	await write(tx, appointmentId, decision.passed, false);
	if (decision.send === null) return null;
	const [mine] = await write(tx, appointmentId, [decision.send], true);
	if (!mine) return null;
	await remind(tx, actor, appointmentId);
	return decision.send;
}

async function write(tx: Tx, appointmentId: string, minutes: readonly number[], sent: boolean) {
	if (minutes.length === 0) return [];
	const decidedAt = now();
	return tx
		.insert(appointmentReminder)
		.values(minutes.map((minutesBefore) => ({ appointmentId, minutesBefore, decidedAt, sent })))
		.onConflictDoNothing()
		.returning({ minutesBefore: appointmentReminder.minutesBefore });
}

async function remind(tx: Tx, actor: Actor, appointmentId: string): Promise<void> {
	const view = await appointmentFor(tx, actor, { id: appointmentId });
	const { applicationId } = view.row;
	const missing = applicationId ? (await missingPapersOf(tx, actor, applicationId)).length : 0;
	await queueMessage(tx, actor, {
		kind: REMINDER_KIND,
		applicationId,
		appointmentId,
		write: (channel, locale) => reminderText(view, missing, channel, locale)
	});
}
