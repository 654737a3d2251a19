import { factKinds } from '$lib/domain/counters/facts.ts';
import { localised, localisedLines } from '$lib/domain/localised.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { counterBySlug, publicMotives } from '$lib/server/counters/queries.ts';
import { act } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { counter, motives } = await act(locals, async (tx) => ({
		counter: await counterBySlug(tx, params.slug),
		motives: await publicMotives(tx)
	}));
	const locale = getLocale();
	const { slug, name, commune, facts } = counter;
	return {
		slug,
		name,
		commune: commune && { name: commune.name, postcodes: commune.postcodes },
		facts: factKinds.map((kind) => ({ kind, ...facts[kind] })),
		motives: motives.map(({ code, label, bring, durationMinutes, confirmed }) => ({
			code,
			label: localised(label, locale),
			bring: localisedLines(bring, locale),
			durationMinutes,
			confirmed
		}))
	};
};
