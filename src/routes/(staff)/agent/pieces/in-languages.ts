import { TEXT_LANGUAGES } from '$lib/domain/documents/catalogue-text.ts';
import type { LocalisedText } from '$lib/domain/localised.ts';

/** A text of a catalogue as the fields of its form, one a language. */
export function inLanguages(field: string, text: LocalisedText): Record<string, string> {
	return Object.fromEntries(
		TEXT_LANGUAGES.map((language) => [`${field}_${language}`, text[language] ?? ''])
	);
}
