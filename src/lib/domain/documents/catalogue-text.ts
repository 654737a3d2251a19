import * as v from 'valibot';
import type { LocalisedText } from '../localised.ts';

/** The languages that a text of a catalogue is written in; French comes first, and stands in for the others. */
export const TEXT_LANGUAGES = ['fr', 'en', 'ar', 'it', 'pt', 'uk'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

type FieldName<Name extends string> = `${Name}_${TextLanguage}`;

/**
 * The fields of one text, one a language.
 * @param longest in characters
 * @param needed whether it must be said, at least in French
 */
export function textFields<Name extends string>(
	name: Name,
	{ longest, needed }: { longest: number; needed: boolean }
) {
	const text = v.pipe(v.string(), v.trim(), v.maxLength(longest, 'too-long'));
	const french = needed ? v.pipe(text, v.nonEmpty('french-missing')) : text;
	const fields = TEXT_LANGUAGES.map((language) => [
		`${name}_${language}`,
		language === 'fr' ? french : text
	]);
	return Object.fromEntries(fields) as Record<FieldName<Name>, typeof text>;
}

/** The text that was typed in its fields: a language left empty falls back on French. */
export function textFrom<Name extends string>(
	name: Name,
	fields: Readonly<Record<FieldName<Name>, string>>
): LocalisedText {
	const typed = TEXT_LANGUAGES.map((language) => [language, fields[`${name}_${language}`]]);
	const { fr = '', ...others } = Object.fromEntries(typed) as Record<string, string>;
	return { fr, ...Object.fromEntries(Object.entries(others).filter(([, text]) => text !== '')) };
}
