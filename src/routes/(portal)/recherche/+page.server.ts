import { getLocale } from '$lib/paraglide/runtime.js';
import { QUESTION_MAX, searchTexts } from '$lib/server/guide/search-texts.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const question = (url.searchParams.get('q') ?? '').trim().slice(0, QUESTION_MAX);
	const results = await show(locals, (tx) =>
		searchTexts(tx, locals.actor, { question, locale: getLocale() })
	);
	return { question, results };
};
