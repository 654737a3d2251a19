import { CATEGORIES } from '$lib/domain/ceilings/household.ts';
import type { ReadSimulation } from '$lib/domain/ceilings/read-simulation.ts';
import { simulate, type Simulation } from '$lib/domain/ceilings/simulation.ts';
import { AMOUNTS_OF_A_TABLE } from '$lib/domain/ceilings/tables.ts';
import { eurosInWords } from '$lib/domain/words.ts';
import type { CeilingTableView } from '$lib/server/ceilings/queries.ts';

/** The page of ceilings in the reader's language: the tables, and where a household stands when one was told. */
export function ceilingsScreen(
	{ typed, ticked, errors, asked }: ReadSimulation,
	tables: CeilingTableView[],
	year: number,
	locale: string
) {
	const euros = (amount: number) => eurosInWords(amount * 100, locale);
	return {
		year,
		typed,
		ticked,
		errors,
		/** Some table is older than the year. */
		otherYear: tables.some((table) => table.year !== year),
		result: asked && {
			separation: asked.separation,
			...resultScreen(simulate(tables, asked.household, asked.incomes), year, euros)
		},
		tables: tables.map(({ programme, year, nature, source, confirmed }) => ({
			programme,
			year,
			nature,
			source,
			confirmed
		})),
		/** One line a category, and the one of each further person. */
		rows: Array.from({ length: AMOUNTS_OF_A_TABLE }, (_, index) => ({
			id: index + 1,
			amounts: tables.map(({ amounts }) => euros(amounts[index] ?? 0))
		}))
	};
}

export type CeilingsScreen = ReturnType<typeof ceilingsScreen>;

/** Room to the right of the larger of the two, so that neither touches the edge. */
const HEADROOM = 1.1;

function resultScreen(
	{ placed, income, results }: Simulation<CeilingTableView>,
	year: number,
	euros: (amount: number) => string
) {
	const most = Math.max(income?.amount ?? 0, ...results.map(({ ceiling }) => ceiling)) * HEADROOM;
	return {
		...placed,
		last: placed.category === CATEGORIES.length,
		income: income && {
			basis: income.basis,
			amount: euros(income.amount),
			year: income.basis === 'recent' ? year - 1 : year - 2
		},
		lines: results.map(({ table, ceiling, position }) => ({
			programme: table.programme,
			year: table.year,
			nature: table.nature,
			confirmed: table.confirmed,
			amount: euros(ceiling),
			position,
			/** Shares of the drawing's width. */
			ceilingAt: ceiling / most,
			incomeAt: income ? income.amount / most : null
		}))
	};
}
