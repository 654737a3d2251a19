import type { TextLanguage } from '$lib/domain/documents/catalogue-text.ts';

/** A text of a catalogue's form: one field a language. */
export type CatalogueText = {
	name: string;
	label: Readonly<Record<TextLanguage, () => string>>;
	/** Said under the French field. */
	hint?: () => string;
	/** Whether it must be said, at least in French. */
	needed: boolean;
	/** In characters. */
	longest: number;
};
