import type { SettingKey } from '../settings/settings.ts';

/**
 * The delays that matter to an applicant, as one table: what starts each, on whose authority, which setting says how
 * long, and what the person may do once it is over. Articles are of the code de la construction et de l'habitation.
 */
export interface DelayRule {
	readonly article: string;
	readonly setting: SettingKey;
	readonly unit: 'days' | 'months';
	/** The most that the law leaves, in months of the calendar, where what the service sets is in days. */
	readonly mostMonths?: number;
	/** To whom the person turns: the counter, the préfet, the commission de médiation. */
	readonly remedy: 'counter' | 'prefect' | 'mediation';
}

// One line a delay, so that the table can be read as a table.
// prettier-ignore
export const DELAYS = {
	/** From the filing to the attestation, a month at most; past it, the applicant may seize the préfet, who orders the registration. */
	attestation: { article: 'L441-2-1', setting: 'attestation_delay_days', unit: 'days', mostMonths: 1, remedy: 'prefect' },
	/** From the registration to the interview of whoever asks for it. */
	reception: { article: 'L441-2-8 I, R441-2-10 2°', setting: 'reception_delay_months', unit: 'months', remedy: 'counter' },
	/** From a paper in a counter's hands to the register; past it, the applicant may seize the préfet. */
	papers: { article: 'R441-2-4-1', setting: 'papers_deposit_days', unit: 'days', remedy: 'prefect' },
	/** From the filing (R441-2-3); past it, the commission de médiation may be seized. */
	abnormal: { article: 'L441-1-4', setting: 'abnormal_delay_months', unit: 'months', remedy: 'mediation' }
} as const satisfies Record<string, DelayRule>;

export type DelayKind = keyof typeof DELAYS;
export const DELAY_KINDS = Object.keys(DELAYS) as [DelayKind, ...DelayKind[]];

/**
 * `met`: done in time or late, it is over; `running`: still to come; `past`: over and not done; `unknown`: nobody said
 * how long it is; `idle`: nothing started it.
 */
export type DelayPhase = 'met' | 'running' | 'past' | 'unknown' | 'idle';

export interface DelayClock {
	readonly phase: DelayPhase;
	/** Last day that is in time; null when nobody knows or nothing started it. */
	readonly dueOn: Temporal.PlainDate | null;
	/** Whole days left: 0 on the last day, negative afterwards. */
	readonly daysLeft: number | null;
}

export type DelayFacts = {
	/** What started it; null when nothing has. */
	readonly startedOn: Temporal.PlainDate | null;
	/** What ended it; null while it runs. */
	readonly endedOn: Temporal.PlainDate | null;
	/** How long it is, in the unit of its rule; null when nobody knows. */
	readonly length: number | null;
};

/**
 * Where a delay stands on a day. Months are months of the calendar: from 31 January, one month is the last day of
 * February.
 */
export function delayClock(
	kind: DelayKind,
	{ startedOn, endedOn, length }: DelayFacts,
	today: Temporal.PlainDate
): DelayClock {
	if (startedOn === null) return { phase: 'idle', dueOn: null, daysLeft: null };
	if (length === null) return { phase: endedOn ? 'met' : 'unknown', dueOn: null, daysLeft: null };
	const dueOn = lastDay(kind, startedOn, length);
	const daysLeft = today.until(dueOn, { largestUnit: 'days' }).days;
	if (endedOn) return { phase: 'met', dueOn, daysLeft };
	return { phase: daysLeft < 0 ? 'past' : 'running', dueOn, daysLeft };
}

function lastDay(kind: DelayKind, startedOn: Temporal.PlainDate, length: number) {
	const { unit, mostMonths }: DelayRule = DELAYS[kind];
	const last = startedOn.add({ [unit]: length }, { overflow: 'constrain' });
	if (mostMonths === undefined) return last;
	const most = startedOn.add({ months: mostMonths }, { overflow: 'constrain' });
	return Temporal.PlainDate.compare(last, most) > 0 ? most : last;
}

/** No month is longer: so many days, cut to a month, are a month. */
const LONGEST_MONTH = 31;

/** How long a delay is said to be: where the service left all that the law allows, in the words of the law. */
export function lengthSaid(
	kind: DelayKind,
	length: number | null
): { length: number | null; unit: DelayRule['unit'] } {
	const { unit, mostMonths }: DelayRule = DELAYS[kind];
	if (mostMonths === undefined || length === null) return { length, unit };
	return length < mostMonths * LONGEST_MONTH
		? { length, unit }
		: { length: mostMonths, unit: 'months' };
}
