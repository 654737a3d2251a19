import { findCounters } from '$lib/domain/counters/find-counters.ts';
import { listCommunes, listCounters } from '$lib/server/counters/queries.ts';
import { act } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

const LONGEST_QUERY = 80;

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
	const { counters, communes } = await act(locals, async (tx) => ({
		counters: await listCounters(tx),
		communes: await listCommunes(tx)
	}));
	const { found, withoutCounter } = findCounters(counters, communes, query);
	return {
		query,
		withoutCounter,
		nothingFound: found.length === 0,
		counters: (found.length > 0 ? found : counters).map(({ slug, name, commune, facts }) => ({
			slug,
			name,
			postcodes: commune?.postcodes ?? [],
			commune: commune?.name ?? null,
			confirmed: facts.existence.confirmed
		}))
	};
};
