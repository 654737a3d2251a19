import { error } from '@sveltejs/kit';
import { isChapter } from '$lib/domain/guide/chapters.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { readChapter } from '$lib/server/guide/read-chapter.ts';
import type { PageServerLoad } from './$types';
import { chapterScreen } from '../chapter-screen.ts';

/** Built once with the application: a chapter changes with a new version only. */
export const prerender = true;

export const load: PageServerLoad = ({ params }) => {
	const read = isChapter(params.chapter) ? readChapter(getLocale(), params.chapter) : null;
	if (!read) error(404);
	return chapterScreen(read, getLocale());
};
