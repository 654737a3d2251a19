import { PARIS } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';

/** Days from reception by the counter to deposit in SNE: fifteen (R441-2-4-1), or fewer where the service says so. */
export async function depositDays(tx: Tx): Promise<number> {
	return (await settingOf(tx, 'papers_deposit_days')).value;
}

/**
 * Whole days left to deposit a paper; negative when late. The day of reception is day 0.
 * The clock starts when reception is acknowledged, not when the paper is checked.
 */
export function daysLeft(
	receivedAt: Temporal.Instant,
	today: Temporal.PlainDate,
	days: number
): number {
	const received = receivedAt.toZonedDateTimeISO(PARIS).toPlainDate();
	return today.until(received.add({ days }), { largestUnit: 'days' }).days;
}
