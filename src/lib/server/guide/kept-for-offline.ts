import type { Actor } from '../../domain/accounts/actor.ts';
import { CHAPTERS } from '../../domain/guide/chapters.ts';
import { localizeHref } from '../../localize-href.ts';
import { type Locale } from '../../paraglide/runtime.js';
import { listCounters } from '../counters/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { chapterIn } from './library.ts';

/** Pages that say the same to everybody, beside the chapters and the counters. */
const PAGES = [
	'/hors-ligne',
	'/installer',
	'/guide',
	'/guide/mots',
	'/guide/questions',
	'/guichets',
	'/pieces',
	'/recherche',
	'/recherche/passages.json'
];

/**
 * What is worth having on a phone without a network: the guide, its plain version, the words, the questions, the list
 * of papers, the counters and the search among them.
 * @returns addresses in the language asked for
 */
export async function keptForOffline(tx: Tx, _actor: Actor, locale: Locale): Promise<string[]> {
	const chapters = CHAPTERS.map((slug) => `/guide/${slug}`);
	const plain = CHAPTERS.filter((slug) => chapterIn('fr-simple', slug)).map(
		(slug) => `/guide/${slug}/simple`
	);
	const counters = (await listCounters(tx)).map(({ slug }) => `/guichets/${slug}`);
	return [...PAGES, ...chapters, ...plain, ...counters].map((page) =>
		localizeHref(page, { locale })
	);
}
