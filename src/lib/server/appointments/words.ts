import { PARIS } from '../../domain/appointments/paris-time.ts';

/** Western figures in Arabic too: those of the Maghreb, of clocks and of the counter's own papers. */
function tag(locale: string): string {
	return locale === 'ar' ? 'ar-u-nu-latn' : locale === 'en' ? 'en-GB' : locale;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${name}`;
	const known = formats.get(key) ?? new Intl.DateTimeFormat(tag(locale), options);
	formats.set(key, known);
	return known;
}

/**
 * A day in words, without its year while that is plain: "jeudi 3 décembre", "mardi 1er décembre".
 * @param year true to write the year as well
 */
export function dayInWords(day: Temporal.PlainDate, locale: string, year = false): string {
	const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
	const words = format(locale, `day ${year}`, year ? { ...options, year: 'numeric' } : options).format(day);
	return locale === 'fr' ? words.replace(/\b1(?= [a-zéû])/, '1er') : words;
}

/** An hour as people say it: "9 h 30", "9 h" in French, "09:30" elsewhere. */
export function hourInWords(time: Temporal.PlainTime, locale: string): string {
	if (locale !== 'fr') return time.toString({ smallestUnit: 'minute' });
	const minutes = time.minute === 0 ? '' : `\u00a0${String(time.minute).padStart(2, '0')}`;
	return `${time.hour}\u00a0h${minutes}`;
}

/** The day and hour in Paris of an instant, in words. */
export function momentInWords(moment: Temporal.Instant, locale: string): { day: string; hour: string } {
	const here = moment.toZonedDateTimeISO(PARIS);
	return {
		day: dayInWords(here.toPlainDate(), locale, true),
		hour: hourInWords(here.toPlainTime(), locale)
	};
}

/** An instant as programs read it, with the offset of Paris: "2026-12-03T09:30:00+01:00". */
export function isoInParis(moment: Temporal.Instant): string {
	return moment.toZonedDateTimeISO(PARIS).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
