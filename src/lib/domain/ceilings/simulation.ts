import { categoryOf, type Household, type Placed } from './household.ts';
import { incomeThatCounts, type IncomeBasis, type Incomes } from './income.ts';
import { ceilingFor, type CeilingTable } from './tables.ts';

export const POSITIONS = ['below', 'near', 'above'] as const;
export type Position = (typeof POSITIONS)[number];

/**
 * Within this much of a ceiling, on either side, the simulation says "near" and no more: the papers may say
 * something else than the person remembers. Our choice, not the law's.
 */
export const NEAR_PERCENT = 5;

export interface CeilingResult<T> {
	readonly table: T;
	readonly ceiling: number;
	/** Null when no income was told: the ceilings alone are shown. */
	readonly position: Position | null;
}

export interface Simulation<T> {
	readonly placed: Placed;
	readonly income: { amount: number; basis: IncomeBasis } | null;
	readonly results: readonly CeilingResult<T>[];
}

/**
 * Where a household stands beside the ceilings. Never a verdict: anybody may file a request whatever this says
 * (domain.md §5, S43), and the commission looks at the papers.
 *
 * @param tables those that hold that year (`tablesFor`)
 */
export function simulate<T extends Pick<CeilingTable, 'amounts'>>(
	tables: readonly T[],
	household: Household,
	incomes: Incomes | null
): Simulation<T> {
	const placed = categoryOf(household);
	const income = incomes && incomeThatCounts(incomes);
	const results = tables.map((table) => {
		const ceiling = ceilingFor(table, placed);
		return { table, ceiling, position: income && positionOf(income.amount, ceiling) };
	});
	return { placed, income, results };
}

/** In whole numbers: a ceiling itself is not over the ceiling. */
export function positionOf(income: number, ceiling: number): Position {
	const gap = Math.abs(income - ceiling) * 100;
	if (gap <= ceiling * NEAR_PERCENT) return 'near';
	return income < ceiling ? 'below' : 'above';
}
