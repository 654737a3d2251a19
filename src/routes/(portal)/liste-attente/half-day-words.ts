import { HALF_DAYS, type HalfDay } from '$lib/domain/waiting/half-days.ts';
import * as m from '$lib/paraglide/messages.js';

const WORDS: Record<HalfDay, () => string> = {
	'1-am': m.waiting_half_day_1_am,
	'1-pm': m.waiting_half_day_1_pm,
	'2-am': m.waiting_half_day_2_am,
	'2-pm': m.waiting_half_day_2_pm,
	'3-am': m.waiting_half_day_3_am,
	'3-pm': m.waiting_half_day_3_pm,
	'4-am': m.waiting_half_day_4_am,
	'4-pm': m.waiting_half_day_4_pm,
	'5-am': m.waiting_half_day_5_am,
	'5-pm': m.waiting_half_day_5_pm
};

/** "Lundi matin": a half-day as the reader says it. */
export function halfDayWords(halfDay: HalfDay): string {
	return WORDS[halfDay]();
}

/** "Lundi matin, Jeudi après-midi"; empty for none. */
export function halfDaysList(halfDays: readonly string[], locale: string): string {
	const known = HALF_DAYS.filter((each) => halfDays.includes(each));
	return known.map(halfDayWords).join(locale === 'ar' ? '، ' : ', ');
}
