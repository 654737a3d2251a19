import * as m from '$lib/paraglide/messages.js';
import { figureCharts, placeName, typeName } from '$lib/components/figure-words.ts';
import type { ShownLine } from '$lib/domain/figures/shown-figures.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { MyFigures } from '$lib/server/figures/my-figures.ts';

/** The figures around a request: where it asks, then elsewhere for the same types. */
export function myFiguresScreen(
	{ figures, communes, wanted, elsewhere }: MyFigures,
	territory: readonly { insee: string; name: string }[],
	locale: string
) {
	if (!figures) return { figures: null };
	const names = new Map(territory.map(({ insee, name }) => [insee, name]));
	const labelled = (line: ShownLine) => ({
		label: m.figures_place_and_type({
			place: placeName(line.place, names),
			type: typeName(line.type)
		}),
		line
	});
	return {
		figures: {
			source: figures.source,
			asOf: dateInWords(figures.asOf, locale),
			isExample: figures.isExample
		},
		wanted: figureCharts(wanted.map(labelled), locale),
		/** Only where something is known: a long list of nothing helps nobody. */
		elsewhere: figureCharts(elsewhere.filter(saysSomething).map(labelled), locale),
		/** Communes asked for that have no figures here. */
		without: communes
			.filter(({ insee }) => !wanted.some(({ place }) => place === insee))
			.map(({ insee, name }) => name ?? insee)
	};
}

const saysSomething = ({ pending, allotted, delayMonths, stock }: ShownLine) =>
	[pending, allotted, delayMonths, stock].some(({ state }) => state === 'known');
