import { matchesPlace, type Place } from './search.ts';

type Counter = { name: string; commune: Place | null };

/**
 * The counters somebody looks for, and the communes they asked for that have none.
 *
 * @param counters every counter; one without a commune is looked up by its own name
 * @param communes every commune of the area
 * @param query what was typed; empty finds every counter
 */
export function findCounters<C extends Counter>(
	counters: readonly C[],
	communes: readonly Place[],
	query: string
): { found: C[]; withoutCounter: string[] } {
	const found = counters.filter(({ name, commune }) =>
		matchesPlace(commune ?? { insee: '', name, postcodes: [] }, query)
	);
	const served = new Set(counters.map(({ commune }) => commune?.insee));
	const withoutCounter = communes
		.filter(
			(place) => !served.has(place.insee) && query.trim() !== '' && matchesPlace(place, query)
		)
		.map(({ name }) => name);
	return { found, withoutCounter };
}

/**
 * The commune that was meant, when it is only one: counters can then be put in the order of their distance from it.
 * @param query what was typed: the beginning of a name or a postcode may fit several
 */
export function communeMeant(communes: readonly Place[], query: string): Place | null {
	if (query.trim() === '') return null;
	const meant = communes.filter((place) => matchesPlace(place, query));
	return meant.length === 1 ? meant[0]! : null;
}

/** Nearest first; those whose place nobody knows last, in the order they came. */
export function nearestFirst<C extends { kilometres: number | null }>(counters: readonly C[]): C[] {
	return counters.toSorted((a, b) => (a.kilometres ?? Infinity) - (b.kilometres ?? Infinity) || 0);
}
