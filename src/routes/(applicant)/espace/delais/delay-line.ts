import { DELAYS, lengthSaid } from '$lib/domain/delays/delays.ts';
import { dateInWords, dayInWords } from '$lib/domain/words.ts';
import type { DelayView } from '$lib/server/delays/delays-of-request.ts';

/** A delay as the person reads it. */
export function delayLine(delay: DelayView, locale: string) {
	const { article, remedy } = DELAYS[delay.kind];
	return {
		kind: delay.kind,
		phase: delay.phase,
		article,
		remedy,
		...lengthSaid(delay.kind, delay.length),
		confirmed: delay.confirmed,
		startedOn: delay.startedOn && dateInWords(delay.startedOn, locale),
		dueOn: delay.dueOn && dayInWords(delay.dueOn, locale),
		daysLeft: delay.daysLeft
	};
}

export type DelayLine = ReturnType<typeof delayLine>;
