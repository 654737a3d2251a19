import type { PgBoss } from 'pg-boss';
import { closeDatabase } from '../lib/server/db/client.ts';
import { openJobQueue, type QueueName } from '../lib/server/db/job-queue.ts';
import { listenForWakeUps } from '../lib/server/db/wake-up.ts';
import { PARIS } from '../lib/server/clock.ts';
import { faultOf, log } from '../lib/server/log.ts';
import { closeOffers } from './close-offers.ts';
import { expireUnsentDrafts } from './expire-unsent-drafts.ts';
import { indexGuide } from './index-guide.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';
import { emptyPapers } from './empty-papers.ts';
import { preparePapers } from './prepare-papers.ts';
import { purgeSessions } from './purge-sessions.ts';
import { recomputeScores } from './recompute-scores.ts';
import { remindOffers } from './remind-offers.ts';
import { SCHEDULE } from './schedule.ts';
import { sendMessages } from './send-messages.ts';
import { sendReminders } from './send-reminders.ts';
import { sendRenewalReminders } from './send-renewal-reminders.ts';
import { sweepPapers } from './sweep-papers.ts';

const HANDLERS: Record<QueueName, () => Promise<unknown>> = {
	'send-messages': sendMessages,
	'send-reminders': sendReminders,
	'send-renewal-reminders': sendRenewalReminders,
	'offer-freed-places': offerFreedPlaces,
	'close-offers': closeOffers,
	'remind-offers': remindOffers,
	'recompute-scores': recomputeScores,
	'purge-sessions': purgeSessions,
	'prepare-papers': () => preparePapers(),
	'empty-papers': () => emptyPapers(),
	'sweep-papers': () => sweepPapers(),
	'expire-drafts': expireUnsentDrafts,
	'index-texts': indexGuide
};

/**
 * Starts the worker in this process. The queue keeps each job to one worker at a time, so several may run.
 * @returns `stop`, which lets the job under way finish
 */
export async function startJobs(): Promise<{ stop: () => Promise<void> }> {
	const boss = openJobQueue();
	await boss.start();
	const workers = new Map<string, string>();
	for (const { queue, cron } of SCHEDULE) {
		await boss.schedule(queue, cron, {}, { tz: PARIS });
		workers.set(queue, await boss.work(queue, () => run(queue)));
	}
	const deafen = await listenForWakeUps((queue) => {
		const worker = workers.get(queue);
		if (worker) void hurry(boss, queue, worker);
	});
	log.info({ queues: SCHEDULE.length }, 'worker started');
	const stop = async () => {
		await deafen();
		await boss.stop({ graceful: true, timeout: 20_000 });
	};
	return { stop };
}

/** Puts a run in the queue and looks there at once. A hundred wake-ups in a second are two runs, whoever heard them. */
async function hurry(boss: PgBoss, queue: string, worker: string): Promise<void> {
	try {
		await boss.sendDebounced(queue, {}, null, 1);
		boss.notifyWorker(worker);
	} catch (error) {
		log.warn({ queue, fault: faultOf(error) }, 'a wake-up was not passed on: the clock will do it');
	}
}

async function run(queue: QueueName): Promise<void> {
	try {
		await HANDLERS[queue]();
	} catch (error) {
		log.error({ queue, fault: faultOf(error) }, 'a job failed; the queue tries again');
		throw error;
	}
}

if (import.meta.main) {
	const { stop } = await startJobs();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void stop().then(closeDatabase));
	}
}
