import { locales } from '$lib/paraglide/runtime.js';
import type { LocalisedText } from '$lib/domain/localised.ts';

/** A text typed in each language, fields `<name>-<locale>`; a language left empty is left out. */
export function localisedTyped(form: FormData, name: string): LocalisedText {
	const typed = locales.map((locale) => [
		locale,
		String(form.get(`${name}-${locale}`) ?? '').trim()
	]);
	const written = typed.filter(([locale, text]) => locale === 'fr' || text !== '');
	return Object.fromEntries(written) as LocalisedText;
}

/** The day of a date field, null for none. */
export function dayTyped(text: string): Temporal.PlainDate | null {
	if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return null;
	try {
		return Temporal.PlainDate.from(text);
	} catch {
		return null;
	}
}
