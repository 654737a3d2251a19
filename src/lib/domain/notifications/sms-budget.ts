import { frenchPhone } from '../appointments/visitor-phone.ts';

/** What keeps text messages from being pumped (security T27): each costs, and a stranger can make us send them. */
export interface SmsLimits {
	/** Beginnings of numbers that may be written to, such as "+336". */
	readonly prefixes: readonly string[];
	/** At most so many in a day, to everybody together: beyond it all of them wait. */
	readonly perDay: number;
	/** At most so many in a day to one number. */
	readonly perNumber: number;
}

export type SmsVerdict =
	| { readonly to: string }
	/** Never: `refused`. Not today: `deferred`. */
	| { readonly outcome: 'refused' | 'deferred'; readonly detail: string };

/**
 * Whether a text message may leave, and to which number, written as providers take it ("+33612345678").
 * @param sent text messages that left today in Paris: to everybody, and to this number
 */
export function smsVerdict(
	recipient: string,
	sent: { readonly today: number; readonly toNumber: number },
	{ prefixes, perDay, perNumber }: SmsLimits
): SmsVerdict {
	const to = frenchPhone(recipient);
	if (!to || !prefixes.some((prefix) => to.startsWith(prefix)))
		return { outcome: 'refused', detail: 'not a number that may be written to' };
	if (sent.toNumber >= perNumber)
		return { outcome: 'refused', detail: 'too many to this number today' };
	if (sent.today >= perDay)
		return { outcome: 'deferred', detail: 'the budget of the day is spent' };
	return { to };
}
