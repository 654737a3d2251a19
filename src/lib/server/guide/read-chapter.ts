import type { Chapter, Word } from '../../domain/guide/chapter.ts';
import {
	chapterNumber,
	CHAPTERS,
	neighbours,
	type ChapterSlug,
	type Edition
} from '../../domain/guide/chapters.ts';
import { wordsUsed } from './glossary-of-page.ts';
import { chapterIn, wordsOf } from './library.ts';

export type ReadChapter = {
	chapter: Chapter;
	/** The language the text is in: French where the edition has no such chapter yet. */
	edition: Edition;
	words: Word[];
	number: number;
	count: number;
	before: { slug: ChapterSlug; title: string } | null;
	after: { slug: ChapterSlug; title: string } | null;
	hasSimple: boolean;
};

/**
 * One chapter as it is shown, in the edition asked for or, where that has no such chapter, in French.
 * @returns null when there is no such chapter at all
 * @throws BadText when a text cannot be shown as written
 */
export function readChapter(asked: Edition, slug: ChapterSlug): ReadChapter | null {
	const edition = chapterIn(asked, slug) ? asked : 'fr';
	const chapter = chapterIn(edition, slug);
	if (!chapter) return null;
	const { before, after } = neighbours(slug);
	return {
		chapter,
		edition,
		words: wordsUsed(chapter.blocks, wordsOf(edition)),
		number: chapterNumber(slug),
		count: CHAPTERS.length,
		before: titled(asked, before),
		after: titled(asked, after),
		hasSimple: chapterIn('fr-simple', slug) !== null
	};
}

function titled(edition: Edition, slug: ChapterSlug | null) {
	if (!slug) return null;
	const chapter = chapterIn(edition, slug) ?? chapterIn('fr', slug);
	return chapter ? { slug, title: chapter.title } : null;
}
