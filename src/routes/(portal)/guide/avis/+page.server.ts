import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { CHAPTERS } from '$lib/domain/guide/chapters.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { countFeedback } from '$lib/server/guide/count-feedback.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGES = [...CHAPTERS, 'mots', 'questions'] as const;
const Answer = v.object({ page: v.picklist(PAGES), utile: v.picklist(['oui', 'non']) });

export const load: PageServerLoad = ({ url }) => {
	const page = v.safeParse(v.picklist(PAGES), url.searchParams.get('page'));
	return { page: page.success ? page.output : null };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const read = v.safeParse(Answer, Object.fromEntries(await request.formData()));
		if (!read.success) redirect(303, localizeHref('/guide'));
		const { page, utile } = read.output;
		await act(locals, (tx) =>
			countFeedback(tx, locals.actor, { page, locale: getLocale(), useful: utile === 'oui' })
		);
		redirect(303, `${localizeHref('/guide/avis')}?page=${page}`);
	}
};
