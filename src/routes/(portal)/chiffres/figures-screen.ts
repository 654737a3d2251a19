import { figureCharts, placeName, typeName } from '$lib/components/figure-words.ts';
import { ALL_TYPES, WHOLE } from '$lib/domain/figures/lines.ts';
import { requestsForOneHome } from '$lib/domain/figures/shown-figures.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { PublicFigures } from '$lib/server/figures/queries.ts';

/** The figures of one place, type by type; without a place, of the whole territory or of the first that has any. */
export function figuresScreen(
	figures: PublicFigures | null,
	communes: readonly { insee: string; name: string }[],
	asked: string | null,
	locale: string
) {
	if (!figures) return { figures: null };
	const names = new Map(communes.map(({ insee, name }) => [insee, name]));
	const known = new Set(figures.lines.map(({ place }) => place));
	const places = [WHOLE, ...names.keys()].filter((place) => known.has(place));
	const place = places.find((one) => one === asked) ?? places[0] ?? WHOLE;
	const lines = figures.lines.filter((line) => line.place === place);
	const total = lines.find(({ type }) => type === ALL_TYPES);
	return {
		figures: {
			source: figures.source,
			asOf: dateInWords(figures.asOf, locale),
			isExample: figures.isExample
		},
		place,
		name: placeName(place, names),
		places: places.map((value) => ({ value, label: placeName(value, names) })),
		/** A place was asked for that has no figures. */
		unknownPlace: asked !== null && asked !== place,
		ratio: total ? requestsForOneHome(total) : null,
		...figureCharts(
			lines.map((line) => ({ label: typeName(line.type), line })),
			locale
		)
	};
}
