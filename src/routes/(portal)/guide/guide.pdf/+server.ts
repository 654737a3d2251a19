import * as m from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { composeGuide } from '$lib/server/guide/compose-pdf.ts';
import { chaptersOf, wordsOf } from '$lib/server/guide/library.ts';
import { guideResponse } from '$lib/server/guide/pdf-response.ts';
import type { RequestHandler } from './$types';

/** The whole guide as one booklet, in the language of the address. */
export const GET: RequestHandler = () => {
	const language = getLocale();
	const printed = composeGuide({
		title: m.guide_title(),
		language,
		chapters: chaptersOf(language),
		words: wordsOf(language)
	});
	return guideResponse(printed, 'guide');
};
