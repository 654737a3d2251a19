/**
 * The delay within which an applicant who asks for it must be received, counted from registration:
 * one month, or two where the plan of the intercommunality says so (continuous urban zones above
 * 50,000 inhabitants). CCH, art. L441-2-8 I.
 */
export type ReceptionDelayMonths = 1 | 2;

/** The plan's own choice is not known: the shorter delay is the one that never wrongs anybody. */
export const DEFAULT_RECEPTION_DELAY_MONTHS: ReceptionDelayMonths = 1;

/** From so many days before its end, a delay is urgent. Our choice: it leaves a week and a half to find a time. */
export const RECEPTION_URGENT_DAYS = 10;

export interface ReceptionDelay {
	/** Last day on which the person can be received in time. */
	readonly dueOn: Temporal.PlainDate;
	/** Whole days left: 0 on the last day, below zero once it is past. */
	readonly daysLeft: number;
	readonly isOverdue: boolean;
}

/**
 * The last day of the delay. Months are months of the calendar: registered on 31 January, due on
 * 28 (or 29) February.
 */
export function receptionDueOn(
	registeredOn: Temporal.PlainDate,
	months: ReceptionDelayMonths
): Temporal.PlainDate {
	return registeredOn.add({ months }, { overflow: 'constrain' });
}

/** Where an applicant stands in the delay on a given day. */
export function receptionDelay(
	registeredOn: Temporal.PlainDate,
	months: ReceptionDelayMonths,
	today: Temporal.PlainDate
): ReceptionDelay {
	const dueOn = receptionDueOn(registeredOn, months);
	const daysLeft = today.until(dueOn, { largestUnit: 'day' }).days;
	return { dueOn, daysLeft, isOverdue: daysLeft < 0 };
}
