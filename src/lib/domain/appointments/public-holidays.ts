/**
 * Public holidays of metropolitan France: the eleven days of art. L3133-1 of the Code du travail.
 * Computed, so that no list ever runs out. The two more days of Alsace-Moselle (L3134-13) are left out.
 */
export type PublicHoliday =
	| 'new_year'
	| 'easter_monday'
	| 'labour_day'
	| 'victory_1945'
	| 'ascension'
	| 'whit_monday'
	| 'national_day'
	| 'assumption'
	| 'all_saints'
	| 'armistice_1918'
	| 'christmas';

const FIXED: readonly (readonly [PublicHoliday, number, number])[] = [
	['new_year', 1, 1],
	['labour_day', 5, 1],
	['victory_1945', 5, 8],
	['national_day', 7, 14],
	['assumption', 8, 15],
	['all_saints', 11, 1],
	['armistice_1918', 11, 11],
	['christmas', 12, 25]
];

const AFTER_EASTER: readonly (readonly [PublicHoliday, number])[] = [
	['easter_monday', 1],
	['ascension', 39],
	['whit_monday', 50]
];

const byYear = new Map<number, ReadonlyMap<string, PublicHoliday>>();

/** Easter Sunday of a Gregorian year (the anonymous algorithm, as given by Meeus). */
export function easterSunday(year: number): Temporal.PlainDate {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const f = Math.floor((b + 8) / 25);
	const g = Math.floor((b - f + 1) / 3);
	const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const monthAndDay = h + l - 7 * m + 114;
	return new Temporal.PlainDate(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}

/**
 * The holidays of a year, by day (YYYY-MM-DD), in the order of the law's list rather than of the
 * year. When two fall on one day (1 May 2008 was Ascension too), the fixed one names it.
 */
export function publicHolidays(year: number): ReadonlyMap<string, PublicHoliday> {
	const known = byYear.get(year);
	if (known) return known;
	const easter = easterSunday(year);
	const days = new Map<string, PublicHoliday>();
	for (const [holiday, after] of AFTER_EASTER) {
		days.set(easter.add({ days: after }).toString(), holiday);
	}
	for (const [holiday, month, day] of FIXED) {
		days.set(new Temporal.PlainDate(year, month, day).toString(), holiday);
	}
	byYear.set(year, days);
	return days;
}

/** Which public holiday a day is, or null. */
export function publicHolidayOn(day: Temporal.PlainDate): PublicHoliday | null {
	return publicHolidays(day.year).get(day.toString()) ?? null;
}
