/**
 * Days, hours and amounts in words, in the reader's language. Made on the server and sent as text: the phones we
 * serve do not know Temporal. The day comes before the figure: "jeudi 3 décembre 2026", "9 h 30".
 */

/** Figures stay Latin in Arabic: they must match what is printed on French letters. */
const INTL: Readonly<Record<string, string>> = {
	fr: 'fr-FR',
	en: 'en-GB',
	ar: 'ar-u-nu-latn',
	it: 'it-IT',
	pt: 'pt-PT',
	uk: 'uk-UA'
};

export const PARIS_ZONE = 'Europe/Paris';

const tag = (locale: string) => INTL[locale] ?? locale;

const formats = new Map<string, unknown>();
/** Two months in six languages, several times over. */
const MOST_DAYS = 2_000;

/** A format, or a word that is always the same, kept: making one costs a hundred times what using it does. @param kind all that it is made of */
function kept<Format>(kind: string, make: () => Format): Format {
	const known = formats.get(kind) as Format | undefined;
	if (known !== undefined) return known;
	const made = make();
	formats.set(kind, made);
	return made;
}

/** How much of a day is said. */
interface Length {
	options: Intl.DateTimeFormatOptions;
	/** What was said of late, by language and day. */
	said: Map<string, string>;
}

const length = (options: Intl.DateTimeFormatOptions): Length => ({ options, said: new Map() });

/**
 * The words are kept as well: using a format costs ten times what the rest of a line does, and a list of times says the
 * same days a hundred times.
 */
function written(day: Temporal.PlainDate, locale: string, { options, said }: Length): string {
	const key = locale + day.toString();
	const known = said.get(key);
	if (known !== undefined) return known;
	const kind = `${locale} ${Object.keys(options).join(' ')}`;
	const format = kept(kind, () => new Intl.DateTimeFormat(tag(locale), options));
	const words = asSaid(format.format(day), locale);
	if (said.size >= MOST_DAYS) said.clear();
	said.set(key, words);
	return words;
}

/**
 * "mardi 1er décembre": French counts the first day of a month, and only that one. Ukrainian shortens "of the year" to
 * "р.", whose full stop would stand beside that of the sentence: the year goes without it.
 */
function asSaid(words: string, locale: string): string {
	if (locale === 'fr') return words.replace(/(^| )1(?= \p{L})/u, '$11er');
	return locale === 'uk' ? words.replace(/\sр\.$/u, '') : words;
}

const DAY = length({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = length({ weekday: 'long', day: 'numeric', month: 'long' });
const DATE = length({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = length({ month: 'long', year: 'numeric' });
const WEEKDAY = length({ weekday: 'long' });

/** "jeudi 3 décembre 2026" */
export function dayInWords(day: Temporal.PlainDate, locale: string): string {
	return written(day, locale, DAY);
}

/** "jeudi 3 décembre": for days close enough that the year goes without saying. */
export function shortDayInWords(day: Temporal.PlainDate, locale: string): string {
	return written(day, locale, SHORT_DAY);
}

/** "3 décembre 2026": for the past, where the day of the week says nothing. */
export function dateInWords(day: Temporal.PlainDate, locale: string): string {
	return written(day, locale, DATE);
}

/** "novembre 2026" */
export function monthInWords(day: Temporal.PlainDate, locale: string): string {
	return written(day, locale, MONTH);
}

// A Monday, to name the days of the week from.
const MONDAY = Temporal.PlainDate.from('2024-01-01');

/** "lundi" for 1. */
export function weekdayInWords(weekday: number, locale: string): string {
	return written(MONDAY.add({ days: weekday - 1 }), locale, WEEKDAY);
}

/** "9 h 30" and "14 h" in French, "9:30" elsewhere; the hour on the wall in Paris. */
export function hourInWords(time: Temporal.PlainTime, locale: string): string {
	const minutes = String(time.minute).padStart(2, '0');
	// No-break spaces: an hour is one word.
	if (locale === 'fr')
		return time.minute ? `${time.hour}\u00A0h\u00A0${minutes}` : `${time.hour}\u00A0h`;
	return `${time.hour}:${minutes}`;
}

/** The day and hour in Paris of an instant. */
export function inParis(at: Temporal.Instant): {
	day: Temporal.PlainDate;
	time: Temporal.PlainTime;
} {
	const local = at.toZonedDateTimeISO(PARIS_ZONE);
	return { day: local.toPlainDate(), time: local.toPlainTime() };
}

/** An amount of euro cents: "1 250 €", with cents only when there are some. */
export function eurosInWords(cents: number, locale: string): string {
	const fractions = cents % 100 === 0 ? 0 : 2;
	const format = kept(`euros ${fractions} ${locale}`, () => {
		return new Intl.NumberFormat(tag(locale), {
			style: 'currency',
			currency: 'EUR',
			// Ukrainian would write EUR: the sign is on every letter and every lease.
			currencyDisplay: 'narrowSymbol',
			minimumFractionDigits: fractions,
			maximumFractionDigits: fractions
		});
	});
	return format.format(cents / 100);
}

/** "38 790": grouped as the language does. */
export function numberInWords(value: number, locale: string): string {
	return kept(`number ${locale}`, () => new Intl.NumberFormat(tag(locale))).format(value);
}

/** "2 ans et 3 mois": whole months, and years from the first on. */
export function monthsInWords(months: number, locale: string): string {
	const whole = Math.round(months);
	return kept(`months ${whole} ${locale}`, () => duration(whole, locale));
}

function duration(months: number, locale: string): string {
	if (months < 12) return durationIn(locale, { monthsDisplay: 'always' }).format({ months });
	return durationIn(locale).format({ years: Math.floor(months / 12), months: months % 12 });
}

function durationIn(locale: string, options?: Intl.DurationFormatOptions) {
	return kept(`duration ${options?.monthsDisplay} ${locale}`, () => {
		return new Intl.DurationFormat(tag(locale), { style: 'long', ...options });
	});
}
