import type { Locale } from '../../paraglide/runtime.js';

/**
 * The text search configuration of each language (drizzle/migrations): its stems, over words without accents.
 * PostgreSQL has no stems for Ukrainian: words are compared as they are, and their beginnings.
 */
export const CONFIGURATION: Readonly<Record<string, string>> = {
	fr: 'guichet_fr',
	en: 'guichet_en',
	ar: 'guichet_ar',
	it: 'guichet_it',
	pt: 'guichet_pt',
	uk: 'guichet_uk'
};

/** @returns the configuration of a language; that of French for one we have none for */
export const configurationOf = (locale: Locale | string): string =>
	CONFIGURATION[locale] ?? CONFIGURATION['fr']!;
