import { error } from '@sveltejs/kit';
import { isProcedure } from '$lib/domain/guide/procedures.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { procedure } from '$lib/server/guide/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	if (!isProcedure(params.procedure)) error(404);
	const { title, summary, blocks, sources, to_confirm, checked } = procedure(params.procedure);
	return {
		title,
		summary,
		blocks,
		sources,
		toConfirm: to_confirm,
		checked: dateInWords(Temporal.PlainDate.from(checked), getLocale())
	};
};
