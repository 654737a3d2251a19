import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { remindersDue } from '../lib/server/notifications/reminders-due.ts';
import { sendReminder } from '../lib/server/notifications/send-reminder.ts';
import { log } from '../lib/server/log.ts';

/**
 * Decides every reminder whose moment has come, one appointment a transaction, so that a failure concerns one person.
 * @returns how many messages were put in the queue
 */
export async function sendReminders(): Promise<number> {
	const actor = system('send-reminders');
	const due = await unitOfWork(actor, remindersDue);
	let queued = 0;
	for (const { appointmentId } of due) {
		const sent = await unitOfWork(actor, (tx) => sendReminder(tx, actor, { appointmentId }));
		if (sent !== null) queued += 1;
	}
	if (due.length > 0) log.info({ decided: due.length, queued }, 'reminders decided');
	return queued;
}
