import { getLocale } from '$lib/paraglide/runtime.js';
import { CHAPTERS } from '$lib/domain/guide/chapters.ts';
import { chapterIn, questionsOf } from '$lib/server/guide/library.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

/** How many questions the first page shows before leading to all of them. */
const FEW = 6;

export const load: PageServerLoad = () => {
	const locale = getLocale();
	return {
		chapters: CHAPTERS.flatMap((slug) => {
			const own = chapterIn(locale, slug);
			const chapter = own ?? chapterIn('fr', slug);
			return chapter
				? [{ slug, title: chapter.title, summary: chapter.summary, foreign: !own }]
				: [];
		}),
		questions: questionsOf(locale)
			.slice(0, FEW)
			.map(({ slug, question }) => ({ slug, question }))
	};
};
