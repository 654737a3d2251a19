import { error } from '@sveltejs/kit';
import { isChapter, type Edition } from '$lib/domain/guide/chapters.ts';
import { getLocale, isLocale } from '$lib/paraglide/runtime.js';
import { composeGuide } from '$lib/server/guide/compose-pdf.ts';
import { wordsOf } from '$lib/server/guide/library.ts';
import { guideResponse } from '$lib/server/guide/pdf-response.ts';
import { readChapter } from '$lib/server/guide/read-chapter.ts';
import type { RequestHandler } from './$types';

/** A chapter to print or to keep, in the language of the address; `simple` is French in short lines. */
const EDITIONS: Readonly<Record<string, () => Edition>> = {
	chapitre: getLocale,
	simple: () => 'fr-simple'
};

export const GET: RequestHandler = ({ params: { chapter: slug, version } }) => {
	const edition = Object.hasOwn(EDITIONS, version) ? EDITIONS[version]?.() : null;
	const read = edition && isChapter(slug) ? readChapter(edition, slug) : null;
	if (!read) error(404);
	const { chapter } = read;
	const printed = composeGuide({
		title: chapter.title,
		language: isLocale(read.edition) ? read.edition : 'fr',
		chapters: [chapter],
		words: wordsOf(read.edition)
	});
	return guideResponse(printed, chapter.slug);
};
