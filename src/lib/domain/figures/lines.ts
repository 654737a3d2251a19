import { HOUSING_TYPES } from '../applications/codes.ts';

/** Under this many cases nothing is shown: a figure about a few people tells about each of them. */
export const LEAST_CASES = 11;

/** The whole territory, where the others have the INSEE code of a commune. */
export const WHOLE = 'EPCI';

/** All types of housing together. */
export const ALL_TYPES = 'TOUS';

export const FIGURE_TYPES = [...HOUSING_TYPES, ALL_TYPES] as const;
export type FigureType = (typeof FIGURE_TYPES)[number];

/** What is counted: homes, requests that wait, homes allotted in twelve months. */
export const COUNTS = ['stock', 'pending', 'allotted'] as const;
export type Count = (typeof COUNTS)[number];

export type FigureLine = {
	/** INSEE code of a commune, or {@link WHOLE}. */
	readonly place: string;
	readonly type: FigureType;
	/** Null: not known, which is not zero. */
	readonly stock: number | null;
	readonly pending: number | null;
	readonly allotted: number | null;
	/** How long those who were housed had waited, in months: the delay that was observed. */
	readonly delayMonths: number | null;
};
