import * as v from 'valibot';
import { PARIS } from '../appointments/paris-time.ts';

/** Half-days of the week in which a counter may receive: Monday = 1; the afternoon begins at noon. */
export const HALF_DAYS = [
	'1-am',
	'1-pm',
	'2-am',
	'2-pm',
	'3-am',
	'3-pm',
	'4-am',
	'4-pm',
	'5-am',
	'5-pm'
] as const;
export type HalfDay = (typeof HALF_DAYS)[number];

/** The half-days that suit somebody, as a form sends them: any number, each once. */
export const HalfDays = v.pipe(
	v.array(v.picklist(HALF_DAYS)),
	v.maxLength(HALF_DAYS.length),
	v.transform((chosen) => HALF_DAYS.filter((each) => chosen.includes(each)))
);

/** Whether a time in Paris falls in one of these half-days; none named means that any does. */
export function suits(halfDays: readonly string[], startsAt: Temporal.Instant): boolean {
	if (halfDays.length === 0) return true;
	const local = startsAt.toZonedDateTimeISO(PARIS);
	return halfDays.includes(`${local.dayOfWeek}-${local.hour < 12 ? 'am' : 'pm'}`);
}
