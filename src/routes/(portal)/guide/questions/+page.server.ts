import { getLocale } from '$lib/paraglide/runtime.js';
import { CHAPTERS, isChapter } from '$lib/domain/guide/chapters.ts';
import { chapterIn, questionsOf } from '$lib/server/guide/library.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => {
	const locale = getLocale();
	const titles = new Map(
		CHAPTERS.map((slug) => [slug, (chapterIn(locale, slug) ?? chapterIn('fr', slug))?.title])
	);
	return {
		questions: questionsOf(locale).map(({ more, ...entry }) => ({
			...entry,
			href: isChapter(more) ? `/guide/${more}` : more,
			leadsTo: (isChapter(more) && titles.get(more)) || null
		}))
	};
};
