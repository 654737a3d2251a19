/**
 * The chapters of the user guide, in the order in which a request lives. The slug is the address, the same in every
 * language. Together they answer R441-2-16 (what anyone may know) and L441-2-6 §1.
 */
export const CHAPTERS = [
	'pour-qui',
	'deposer-une-demande',
	'numero-et-attestation',
	'pieces',
	'entretien',
	'apres-le-depot',
	'cotation',
	'delais-et-chances',
	'offre',
	'decision-negative',
	'renouveler-et-modifier',
	'radiation',
	'situations-particulieres',
	'dalo',
	'emmenager',
	'mes-donnees',
	'qui-decide'
] as const;
export type ChapterSlug = (typeof CHAPTERS)[number];

/** The eighteenth chapter is the glossary: a list of words, with an address of its own. */
export const GLOSSARY = 'mots';

/** Languages of the guide. `fr-simple` is not a language but a way of reading French: short lines, one idea each. */
export const EDITIONS = ['fr', 'fr-simple', 'en', 'ar', 'it', 'pt', 'uk'] as const;
export type Edition = (typeof EDITIONS)[number];

/** From 1; the glossary comes last. */
export function chapterNumber(slug: ChapterSlug): number {
	return CHAPTERS.indexOf(slug) + 1;
}

export function isChapter(slug: string): slug is ChapterSlug {
	return (CHAPTERS as readonly string[]).includes(slug);
}

/** The chapters before and after one, for whoever reads on. */
export function neighbours(slug: ChapterSlug): {
	before: ChapterSlug | null;
	after: ChapterSlug | null;
} {
	const at = CHAPTERS.indexOf(slug);
	return { before: CHAPTERS[at - 1] ?? null, after: CHAPTERS[at + 1] ?? null };
}
