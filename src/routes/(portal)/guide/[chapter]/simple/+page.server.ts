import { error } from '@sveltejs/kit';
import { isChapter } from '$lib/domain/guide/chapters.ts';
import { readChapter } from '$lib/server/guide/read-chapter.ts';
import type { PageServerLoad } from './$types';
import { chapterScreen } from '../../chapter-screen.ts';

export const prerender = true;

/** The plain version is French read another way: the words around it stay in the reader's language. */
export const load: PageServerLoad = ({ params }) => {
	const read = isChapter(params.chapter) ? readChapter('fr-simple', params.chapter) : null;
	if (read?.edition !== 'fr-simple') error(404);
	return chapterScreen(read, 'fr');
};
