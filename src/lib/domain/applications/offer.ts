import type { RequestState } from './event-kinds.ts';

/** An offer leaves at least so many days to answer; silence is a refusal (R441-10). */
export const LEAST_REPLY_DAYS = 10;

/** From so many days before the end the screen presses. Our choice: time to call somebody and to see the place. */
export const REPLY_URGENT_DAYS = 3;

export const OFFER_ANSWERS = ['accept', 'refuse'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/**
 * Where an offer stands for who looks at it:
 * `open` may be answered; `answered` was, and the counter passes it on; `over` ran out, whether or not a job wrote so.
 */
export type OfferPhase = 'open' | 'answered' | 'over' | 'closed';

export interface OfferClock {
	readonly phase: OfferPhase;
	/** Whole days left: 0 on the last day, which counts to its midnight in Paris. */
	readonly daysLeft: number;
	readonly isUrgent: boolean;
}

/** Where an offer stands on a day: the last day to answer is included. */
export function offerClock(
	state: RequestState,
	replyBefore: Temporal.PlainDate,
	today: Temporal.PlainDate
): OfferClock {
	const daysLeft = today.until(replyBefore, { largestUnit: 'days' }).days;
	return { phase: phaseOf(state, daysLeft), daysLeft, isUrgent: daysLeft <= REPLY_URGENT_DAYS };
}

function phaseOf(state: RequestState, daysLeft: number): OfferPhase {
	if (state === 'offer_answered') return 'answered';
	if (state === 'offer_unanswered') return 'over';
	if (state !== 'offer_sent') return 'closed';
	return daysLeft < 0 ? 'over' : 'open';
}
