import { DELAYS, lengthSaid } from '$lib/domain/delays/delays.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { DelayQueue } from '$lib/server/delays/delay-queues.ts';

/** A delay as agents follow it, with its article and its figure. */
export function delayQueueScreen(queue: DelayQueue, locale: string) {
	const { article, remedy } = DELAYS[queue.kind];
	return {
		...queue,
		article,
		...lengthSaid(queue.kind, queue.length),
		remedy,
		lines: queue.lines.map(({ applicationId, uniqueNumber, firstName, lastName, ...clock }) => ({
			id: applicationId,
			uniqueNumber,
			name: [lastName?.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' '),
			dueOn: clock.dueOn ? dateInWords(clock.dueOn, locale) : '',
			daysLeft: clock.daysLeft ?? 0
		}))
	};
}

export type DelayQueueScreen = ReturnType<typeof delayQueueScreen>;
