import { PARIS, parisDay } from '../appointments/paris-time.ts';
import { SMS_DAY } from '../notifications/quiet-hours.ts';
import { suits } from './half-days.ts';

/** How long a freed place is kept for the one person it is offered to: two hours by day. */
export const OFFER_MINUTES = 120;

/** At most so many offers a day to one person: the list helps, it does not pester. */
export const MOST_OFFERS_A_DAY = 3;

/**
 * When an offer made now runs out: after two hours counted between 08:00 and 21:00 in Paris, so that nobody loses a
 * place because they slept. Made at 20:00 it ends at 09:00 the next day, made at night at 10:00.
 */
export function offerEnd(now: Temporal.Instant): Temporal.Instant {
	const local = now.toZonedDateTimeISO(PARIS);
	const wall = (date: Temporal.PlainDate, hour: number) =>
		date.toZonedDateTime({ timeZone: PARIS, plainTime: Temporal.PlainTime.from({ hour }) });
	const opens = wall(local.toPlainDate(), SMS_DAY.from);
	const closes = wall(local.toPlainDate(), SMS_DAY.until);
	const begins = Temporal.ZonedDateTime.compare(local, opens) < 0 ? opens : local;
	const left = Math.max(0, begins.until(closes).total('minutes'));
	if (left >= OFFER_MINUTES) return begins.add({ minutes: OFFER_MINUTES }).toInstant();
	const tomorrow = wall(local.toPlainDate().add({ days: 1 }), SMS_DAY.from);
	return tomorrow.add({ seconds: Math.round((OFFER_MINUTES - left) * 60) }).toInstant();
}

/** Somebody on the list, as far as choosing a place for them goes. */
export interface Waiter {
	readonly halfDays: readonly string[];
	/** The start of the appointment they have; null when they have none. */
	readonly currentStart: Temporal.Instant | null;
	/** Starts at this counter that were offered to them before. */
	readonly offeredBefore: readonly Temporal.Instant[];
}

/**
 * Whether a free time is worth a message to somebody on the list: on an earlier day than what they have (a quarter of
 * an hour is no gain), in a half-day that suits, not offered before, and late enough that whoever accepts at the last
 * minute still has the motive's notice.
 */
export function isWorthOffering(
	waiter: Waiter,
	startsAt: Temporal.Instant,
	limits: { readonly offerEnd: Temporal.Instant; readonly minimumNoticeMinutes: number }
): boolean {
	const earliest = limits.offerEnd.add({ minutes: limits.minimumNoticeMinutes });
	if (Temporal.Instant.compare(startsAt, earliest) < 0) return false;
	if (!suits(waiter.halfDays, startsAt)) return false;
	if (waiter.offeredBefore.some((before) => before.equals(startsAt))) return false;
	if (waiter.currentStart === null) return true;
	return Temporal.PlainDate.compare(parisDay(startsAt), parisDay(waiter.currentStart)) < 0;
}

export interface Turn {
	/** The legal delay to be received is near its end or over. */
	readonly isUrgent: boolean;
	readonly createdAt: Temporal.Instant;
	readonly id: string;
}

/** The order of the list: those near the end of their legal delay first, then first come, first served. */
export function byTurn(a: Turn, b: Turn): number {
	if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
	return Temporal.Instant.compare(a.createdAt, b.createdAt) || a.id.localeCompare(b.id);
}
