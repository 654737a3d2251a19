import { sendDueMessage } from '../lib/server/notifications/send-due-message.ts';
import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';

/** At most this many in one run: the next run is a minute away. */
const BATCH = 200;

/** Sends what is due, one message a transaction, so that a failure concerns one message only. */
export async function sendMessages(): Promise<void> {
	for (let sent = 0; sent < BATCH; sent += 1) {
		const found = await unitOfWork(system('send-messages'), (tx) => sendDueMessage(tx));
		if (!found) return;
	}
}
