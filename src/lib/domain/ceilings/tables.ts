import type { Placed } from './household.ts';

/** How a home was paid for decides its ceiling: from the lowest incomes to the highest. */
export const PROGRAMMES = ['PLAI', 'PLUS', 'PLS'] as const;
export type Programme = (typeof PROGRAMMES)[number];

/**
 * What the figures of a table are worth: printed in the Journal officiel, worked out from figures that are (PLS is
 * PLUS and 30 %), or supposed from those of another year, which nobody may take for official.
 */
export const NATURES = ['official', 'computed', 'extrapolated'] as const;
export type Nature = (typeof NATURES)[number];

/** Six categories, then what each further person adds. */
export const AMOUNTS_OF_A_TABLE = 7;

/** The ceilings of a year outside Île-de-France ("autres régions"), in whole euros of revenu fiscal de référence. */
export interface CeilingTable {
	readonly programme: Programme;
	/** They hold from 1 January to 31 December. */
	readonly year: number;
	readonly amounts: readonly number[];
	readonly nature: Nature;
	readonly source: string;
	readonly confirmed: boolean;
}

/** The ceiling of a household, in whole euros a year. */
export function ceilingFor(
	{ amounts }: Pick<CeilingTable, 'amounts'>,
	{ category, extraPersons }: Pick<Placed, 'category' | 'extraPersons'>
): number {
	const base = amounts[category - 1];
	const perPerson = amounts[AMOUNTS_OF_A_TABLE - 1];
	if (base === undefined || perPerson === undefined) throw new Error('a table has seven amounts');
	return base + extraPersons * perPerson;
}

/**
 * For each programme the table of the year, else the last one before it: the ceilings of a year are printed at the
 * end of the year before, and typed in here by somebody.
 */
export function tablesFor<T extends Pick<CeilingTable, 'programme' | 'year'>>(
	tables: readonly T[],
	year: number
): T[] {
	return PROGRAMMES.flatMap((programme) => {
		const past = tables.filter((table) => table.programme === programme && table.year <= year);
		return past.sort((a, b) => b.year - a.year).slice(0, 1);
	});
}
