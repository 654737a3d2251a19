import { PARIS } from '../appointments/paris-time.ts';

export type Channel = 'email' | 'sms';

/** An SMS wakes people up: none leaves from 21:00 until 08:00 in Paris. Our choice, kinder than the law asks. */
export const SMS_DAY = { from: 8, until: 21 } as const;

/** The hour that one night a year does not exist and another comes twice: nothing at all leaves in it. */
const UNSURE_HOUR = 2;

/**
 * The first moment, from `wanted` on, at which a message may leave by this channel. An e-mail waits for 03:00 when it
 * would leave between 02:00 and 02:59, an SMS for 08:00 when it would leave at night. Wall clock in Paris.
 */
export function leavesAt(wanted: Temporal.Instant, channel: Channel): Temporal.Instant {
	const local = wanted.toZonedDateTimeISO(PARIS);
	const day = local.toPlainDate();
	const at = (date: Temporal.PlainDate, hour: number) =>
		date
			.toZonedDateTime({ timeZone: PARIS, plainTime: Temporal.PlainTime.from({ hour }) })
			.toInstant();
	if (channel === 'sms' && local.hour >= SMS_DAY.until)
		return at(day.add({ days: 1 }), SMS_DAY.from);
	if (channel === 'sms' && local.hour < SMS_DAY.from) return at(day, SMS_DAY.from);
	return local.hour === UNSURE_HOUR ? at(day, UNSURE_HOUR + 1) : wanted;
}
