import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { log } from '../lib/server/log.ts';
import { recordNotices } from '../lib/server/renewals/record-notices.ts';
import { renewalRemindersDue } from '../lib/server/renewals/reminders-due.ts';
import { sendRenewalReminder } from '../lib/server/renewals/send-renewal-reminder.ts';

/**
 * Decides every reminder of renewal whose moment has come, one request a transaction, so that a failure concerns one
 * person; then writes in the history which legal notices have left since the last run.
 * @returns how many reminders were put in the queue
 */
export async function sendRenewalReminders(): Promise<number> {
	const actor = system('send-renewal-reminders');
	const due = await unitOfWork(actor, renewalRemindersDue);
	let queued = 0;
	for (const applicationId of due) {
		const sent = await unitOfWork(actor, (tx) => sendRenewalReminder(tx, actor, { applicationId }));
		if (sent !== null) queued += 1;
	}
	const notices = await unitOfWork(actor, (tx) => recordNotices(tx, actor));
	if (due.length > 0) log.info({ decided: due.length, queued, notices }, 'renewals reminded');
	return queued;
}
