import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { renewalReminder } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import { renewalReminderOf } from './reminders-due.ts';
import { renewalReminderText } from './renewal-reminder-text.ts';

/** The kind of the messages that must not leave once the request is renewed or struck off. */
export const RENEWAL_REMINDER_KIND = 'renewal-reminder';

/**
 * Decides the reminders of one request whose moment has come: puts at most one in the queue, by each way the person
 * gave, and writes down, in the same transaction, which left and which came too late. Each is decided once for a year
 * of validity, however many jobs run. Somebody who left no way to be reached gets none: the counter sees it.
 *
 * @returns the days before the end of the reminder that was queued, or null
 */
export async function sendRenewalReminder(
	tx: Tx,
	actor: Actor,
	input: { applicationId: string }
): Promise<number | null> {
	const { applicationId } = input;
	const due = await renewalReminderOf(tx, applicationId);
	if (!due) return null;
	const { validUntil, send, passed, confirmed, isNotice } = due;
	const decidedAt = now();
	const line = (daysBefore: number) => ({ applicationId, validUntil, daysBefore, decidedAt });
	if (passed.length > 0) {
		await tx
			.insert(renewalReminder)
			.values(passed.map((days) => ({ ...line(days), sent: false })))
			.onConflictDoNothing();
	}
	if (send === null) return null;
	const channels = await queueMessage(tx, actor, {
		kind: RENEWAL_REMINDER_KIND,
		applicationId,
		write: (channel, locale) => renewalReminderText({ validUntil, confirmed }, channel, locale)
	});
	const sent = channels.length > 0;
	await tx
		.insert(renewalReminder)
		.values({ ...line(send), sent, isNotice: isNotice && sent })
		.onConflictDoNothing();
	return sent ? send : null;
}
