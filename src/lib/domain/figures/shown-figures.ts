import {
	ALL_TYPES,
	COUNTS,
	FIGURE_TYPES,
	WHOLE,
	type Count,
	type FigureLine,
	type FigureType
} from './lines.ts';
import { shownCells } from './suppression.ts';

/** One figure as it may be shown: what is not known, and what is kept back, are said and never taken for zero. */
export type ShownFigure =
	| { readonly state: 'known'; readonly value: number }
	| { readonly state: 'unknown' }
	| { readonly state: 'kept_back' };

export type ShownLine = Readonly<Record<Count | 'delayMonths', ShownFigure>> & {
	readonly place: string;
	readonly type: FigureType;
};

const UNKNOWN: ShownFigure = { state: 'unknown' };
const KEPT_BACK: ShownFigure = { state: 'kept_back' };

const TYPES = [...FIGURE_TYPES.filter((type) => type !== ALL_TYPES), ALL_TYPES];

/**
 * What may be shown of a whole release, line by line. A delay comes from the homes that were allotted: it is shown
 * where their number is.
 */
export function shownFigures(lines: readonly FigureLine[]): ShownLine[] {
	const places = [...new Set(lines.map(({ place }) => place))].filter((place) => place !== WHOLE);
	places.push(WHOLE);
	const at = new Map(lines.map((line) => [`${line.place} ${line.type}`, line]));
	const shown = Object.fromEntries(
		COUNTS.map((count) => [
			count,
			shownCells(
				places.map((place) => TYPES.map((type) => at.get(`${place} ${type}`)?.[count] ?? null))
			)
		])
	) as Record<Count, boolean[][]>;
	return lines.map((line) => {
		const row = places.indexOf(line.place);
		const column = TYPES.indexOf(line.type);
		const may = (count: Count) => shown[count][row]![column]!;
		const figure = (count: Count) => figureOf(line[count], may(count));
		return {
			place: line.place,
			type: line.type,
			stock: figure('stock'),
			pending: figure('pending'),
			allotted: figure('allotted'),
			delayMonths: figureOf(line.delayMonths, may('allotted'))
		};
	});
}

function figureOf(value: number | null, mayShow: boolean): ShownFigure {
	if (value === null) return UNKNOWN;
	return mayShow ? { state: 'known', value } : KEPT_BACK;
}

/**
 * How many requests wait for each home allotted in a year, rounded; null where either is not shown.
 */
export function requestsForOneHome({ pending, allotted }: ShownLine): number | null {
	if (pending.state !== 'known' || allotted.state !== 'known') return null;
	return Math.round(pending.value / allotted.value);
}
