import { communeMeant, findCounters, nearestFirst } from '$lib/domain/counters/find-counters.ts';
import { communePoint } from '$lib/domain/counters/map.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { publicCounters } from '$lib/server/counters/public-counters.ts';
import { listCommunes } from '$lib/server/counters/queries.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { counterLine } from './counter-screen.ts';

const LONGEST_QUERY = 80;

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
	const [counters, communes] = await show(locals, (tx) =>
		Promise.all([publicCounters(tx, locals.actor), listCommunes(tx)])
	);
	const { found, withoutCounter } = findCounters(counters, communes, query);
	const near = communeMeant(communes, query);
	const locale = getLocale();
	// One commune was meant: every counter, from the nearest. Several: those alone.
	const shown = near || found.length === 0 ? counters : found;
	const lines = shown.map((counter) => counterLine(counter, near?.insee ?? null, locale));
	return {
		query,
		withoutCounter,
		near: near?.name ?? null,
		nothingFound: found.length === 0 && !near,
		counters: near ? nearestFirst(lines) : lines,
		places: communes.flatMap(({ insee, name }) => {
			const point = communePoint(insee);
			const here = counters.find(
				({ kind, commune }) => kind === 'municipal' && commune?.insee === insee
			);
			return point
				? [{ insee, name, slug: here?.slug ?? null, isNear: near?.insee === insee, ...point }]
				: [];
		})
	};
};
