import { factKinds } from '$lib/domain/counters/facts.ts';
import { localised, localisedLines } from '$lib/domain/localised.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { publicCounter } from '$lib/server/counters/public-counters.ts';
import { publicMotives } from '$lib/server/counters/queries.ts';
import { show } from '$lib/server/http.ts';
import { counterLine } from '../counter-screen.ts';
import type { PageServerLoad } from './$types';
import { closureWords, weekWords } from './week-screen.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { counter, motives } = await show(locals, async (tx) => ({
		counter: await publicCounter(tx, locals.actor, params.slug),
		motives: await publicMotives(tx)
	}));
	const locale = getLocale();
	const { commune, facts, week } = counter;
	return {
		line: counterLine(counter, null, locale),
		commune: commune && { name: commune.name, postcodes: commune.postcodes },
		week: week && weekWords(week, locale),
		closures: counter.closures.map((closure) => closureWords(closure, locale)),
		// Hours given day by day take the place of those in words.
		facts: factKinds
			.filter((kind) => kind !== 'hours' || !week || facts.hours.value !== null)
			.map((kind) => ({ kind, ...facts[kind] })),
		motives: motives.map(({ code, label, bring, durationMinutes, confirmed }) => ({
			code,
			label: localised(label, locale),
			bring: localisedLines(bring, locale),
			durationMinutes,
			confirmed
		}))
	};
};
