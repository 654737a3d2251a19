import { RuleBroken } from '../errors.ts';

/**
 * How long a request stays valid, and when it may and must be renewed (R441-2-7).
 * Everything is a day in Europe/Paris; today is given by the caller.
 */

/** We open renewal early, so that nobody finds out on the last day. Our choice, not the law's. */
export const RENEWAL_WINDOW_DAYS = 60;
/** The notice leaves at least one month before the end (R441-2-7). */
export const LEGAL_NOTICE_DAYS = 30;

export type ValidityPhase = 'valid' | 'to_renew' | 'notice_due' | 'expired';

export interface Validity {
	/** Last day on which the request counts. */
	readonly validUntil: Temporal.PlainDate;
	/** Whole days from today to the last day: 0 on the last day, negative afterwards. */
	readonly daysLeft: number;
	readonly renewalOpensOn: Temporal.PlainDate;
	/** Latest day on which the legal notice may leave. */
	readonly noticeDueOn: Temporal.PlainDate;
	readonly phase: ValidityPhase;
}

/**
 * Last day of validity: one year from the filing or from the last renewal (R441-2-7), the anniversary
 * included. From a 29 February it is the 28th: a time in years ends on the day of the same number, or
 * else on the last day of the month (code de procédure civile, art. 641).
 */
export function validUntil(
	filedOn: Temporal.PlainDate,
	renewedOn: readonly Temporal.PlainDate[] = []
): Temporal.PlainDate {
	return startOfValidity(filedOn, renewedOn).add({ years: 1 });
}

/**
 * Where a request stands in its year on a given day.
 * @throws RuleBroken `renewal-before-filing` when a renewal is older than the filing.
 */
export function validityOn(
	today: Temporal.PlainDate,
	filedOn: Temporal.PlainDate,
	renewedOn: readonly Temporal.PlainDate[] = []
): Validity {
	const until = validUntil(filedOn, renewedOn);
	const renewalOpensOn = until.subtract({ days: RENEWAL_WINDOW_DAYS });
	const noticeDueOn = lastDayForNotice(until);
	const daysLeft = today.until(until, { largestUnit: 'days' }).days;
	const phase = phaseOn(today, { until, renewalOpensOn, noticeDueOn });
	return { validUntil: until, daysLeft, renewalOpensOn, noticeDueOn, phase };
}

function startOfValidity(
	filedOn: Temporal.PlainDate,
	renewedOn: readonly Temporal.PlainDate[]
): Temporal.PlainDate {
	let start = filedOn;
	for (const day of renewedOn) {
		if (Temporal.PlainDate.compare(day, filedOn) < 0) {
			throw new RuleBroken('renewal-before-filing', { renewedOn: String(day) });
		}
		if (Temporal.PlainDate.compare(day, start) > 0) start = day;
	}
	return start;
}

/** A month has 28 to 31 days: the earlier of "one month" and "30 days" satisfies both readings. */
function lastDayForNotice(until: Temporal.PlainDate): Temporal.PlainDate {
	const byMonth = until.subtract({ months: 1 });
	const byDays = until.subtract({ days: LEGAL_NOTICE_DAYS });
	return Temporal.PlainDate.compare(byMonth, byDays) < 0 ? byMonth : byDays;
}

function phaseOn(
	today: Temporal.PlainDate,
	days: {
		until: Temporal.PlainDate;
		renewalOpensOn: Temporal.PlainDate;
		noticeDueOn: Temporal.PlainDate;
	}
): ValidityPhase {
	if (Temporal.PlainDate.compare(today, days.until) > 0) return 'expired';
	if (Temporal.PlainDate.compare(today, days.noticeDueOn) >= 0) return 'notice_due';
	return Temporal.PlainDate.compare(today, days.renewalOpensOn) >= 0 ? 'to_renew' : 'valid';
}
