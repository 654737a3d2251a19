import * as m from '$lib/paraglide/messages.js';
import { ALL_TYPES, COUNTS, WHOLE, type Count, type FigureType } from '../domain/figures/lines.ts';
import type { ShownFigure, ShownLine } from '../domain/figures/shown-figures.ts';
import { monthsInWords, numberInWords } from '../domain/words.ts';

/** What a figure measures, in the order it is shown: what people ask first comes first. */
export const MEASURES = ['delayMonths', 'pending', 'allotted', 'stock'] as const satisfies (
	Count | 'delayMonths'
)[];
export type Measure = (typeof MEASURES)[number];

const titles: Record<Measure, () => string> = {
	delayMonths: m.figures_measure_delay,
	pending: m.figures_measure_pending,
	allotted: m.figures_measure_allotted,
	stock: m.figures_measure_stock
};

export const measureTitle = (measure: Measure) => titles[measure]();

/** A figure in words; what is not known and what is kept back say so. */
export function figureText(figure: ShownFigure, measure: Measure, locale: string): string {
	if (figure.state === 'unknown') return m.figures_unknown();
	if (figure.state === 'kept_back') return m.figures_kept_back();
	return measure === 'delayMonths'
		? monthsInWords(figure.value, locale)
		: numberInWords(figure.value, locale);
}

/** "T2", short enough for a chart. */
export function typeName(type: FigureType): string {
	if (type === ALL_TYPES) return m.figures_type_all();
	if (type === 'C') return m.figures_type_room();
	return type === 'T6P' ? m.figures_type_six() : type;
}

/** The name of a commune, or of the whole territory. */
export function placeName(place: string, names: ReadonlyMap<string, string>): string {
	return place === WHOLE ? m.figures_place_whole() : (names.get(place) ?? place);
}

/** One chart a measure, and the table behind them all, for these lines. */
export function figureCharts(lines: readonly { label: string; line: ShownLine }[], locale: string) {
	return {
		charts: MEASURES.map((measure) => ({
			measure,
			title: measureTitle(measure),
			items: lines.map(({ label, line }) => ({
				label,
				value: line[measure].state === 'known' ? line[measure].value : null,
				text: figureText(line[measure], measure, locale),
				isTotal: line.type === ALL_TYPES && measure !== 'delayMonths'
			}))
		})),
		rows: lines.map(({ label, line }, id) => ({
			id,
			label,
			texts: Object.fromEntries(
				MEASURES.map((measure) => [measure, figureText(line[measure], measure, locale)])
			) as Record<Measure, string>
		})),
		/** Something is kept back, which the page then explains. */
		keepsBack: lines.some(({ line }) => COUNTS.some((count) => line[count].state === 'kept_back'))
	};
}

export type FigureCharts = ReturnType<typeof figureCharts>;
