import { PARIS } from '../clock.ts';

/** Days from reception by the counter to deposit in SNE (R441-2-4-1). */
export const DEPOSIT_DAYS = 15;

/**
 * Whole days left to deposit a paper; negative when late. The day of reception is day 0.
 * The clock starts when reception is acknowledged, not when the paper is checked.
 */
export function daysLeft(receivedAt: Temporal.Instant, today: Temporal.PlainDate): number {
	const received = receivedAt.toZonedDateTimeISO(PARIS).toPlainDate();
	return today.until(received.add({ days: DEPOSIT_DAYS }), { largestUnit: 'days' }).days;
}
