import { getLocale } from '$lib/paraglide/runtime.js';
import { wordsOf } from '$lib/server/guide/library.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

/** The glossary, in the order of the reader's own alphabet. */
export const load: PageServerLoad = () => {
	const locale = getLocale();
	const { compare } = new Intl.Collator(locale);
	return { words: wordsOf(locale).toSorted((a, b) => compare(a.term, b.term)) };
};
