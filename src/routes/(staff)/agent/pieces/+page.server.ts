import { localised } from '$lib/domain/localised.ts';
import { shortDayInWords, inParis } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { papersToCheck } from '$lib/server/documents/queries.ts';
import { act } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const lines = await act(locals, (tx) => papersToCheck(tx, locals.actor));
	return {
		done: url.searchParams.get('fait'),
		papers: lines.map((line) => ({
			id: line.id,
			label: localised(line.label, locale),
			who: [line.firstName, line.lastName].filter(Boolean).join(' '),
			number: line.uniqueNumber,
			received: shortDayInWords(inParis(line.receivedAt).day, locale),
			daysLeft: line.daysLeft,
			sensitive: line.sensitive
		}))
	};
};
