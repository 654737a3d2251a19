/** A text that staff edit, one for each language; French is always there. */
export type LocalisedText = { fr: string } & Partial<Record<string, string>>;

/** @returns the text in this language, else in French */
export function localised(text: LocalisedText, locale: string): string {
	return text[locale] || text.fr;
}

/** Like {@link localised}, for texts that hold one item a line. Empty lines are left out. */
export function localisedLines(text: LocalisedText, locale: string): string[] {
	return localised(text, locale)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
