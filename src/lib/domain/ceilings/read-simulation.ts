import type { Household } from './household.ts';
import type { Incomes } from './income.ts';

/** Names of the fields where something is written, as they stand in the address. */
export const SIMULATION_FIELDS = ['adultes', 'charge', 'revenu', 'recent'] as const;
export type SimulationField = (typeof SIMULATION_FIELDS)[number];

/** What may be ticked, under the name `situation`. */
export const SITUATIONS = ['jeune', 'handicap', 'separation'] as const;
export type Situation = (typeof SITUATIONS)[number];

export type SimulationError = 'missing' | 'whole-number' | 'too-many';

const MOST_ADULTS = 10;
const MOST_DEPENDANTS = 15;
const MOST_EUROS = 9_999_999;

export type ReadSimulation = {
	/** What was typed, given back as it was. */
	typed: Partial<Record<SimulationField, string>>;
	ticked: Situation[];
	errors: Partial<Record<SimulationField, SimulationError>>;
	/** Null when nothing was asked yet or something is wrong. */
	asked: { household: Household; incomes: Incomes | null; separation: boolean } | null;
};

/**
 * Reads what the simulation was asked, from an address: nothing in it names anybody. An income is not needed: without
 * one the ceilings are shown alone.
 */
export function readSimulation(query: URLSearchParams): ReadSimulation {
	const typed: ReadSimulation['typed'] = {};
	for (const field of SIMULATION_FIELDS) {
		const value = query.get(field);
		if (value !== null) typed[field] = value.slice(0, 20);
	}
	const told = new Set(query.getAll('situation'));
	const ticked = SITUATIONS.filter((situation) => told.has(situation));
	const errors: ReadSimulation['errors'] = {};
	if (typed.adultes === undefined) return { typed, ticked, errors, asked: null };
	const number = (field: SimulationField, least: number, most: number) => {
		const read = wholeNumber(typed[field] ?? '', least, most);
		if (typeof read === 'string') errors[field] = read;
		return typeof read === 'number' ? read : null;
	};
	const adults = number('adultes', 1, MOST_ADULTS) ?? 1;
	const dependants = typed.charge?.trim() ? (number('charge', 0, MOST_DEPENDANTS) ?? 0) : 0;
	const twoYearsAgo = typed.revenu?.trim() ? number('revenu', 0, MOST_EUROS) : null;
	const recent = typed.recent?.trim() ? number('recent', 0, MOST_EUROS) : null;
	if (recent !== null && twoYearsAgo === null && !errors.revenu) errors.revenu = 'missing';
	if (Object.keys(errors).length > 0) return { typed, ticked, errors, asked: null };
	const household = {
		adults,
		dependants,
		youngCouple: ticked.includes('jeune'),
		disability: ticked.includes('handicap')
	};
	const incomes = twoYearsAgo === null ? null : { twoYearsAgo, recent };
	const asked = { household, incomes, separation: ticked.includes('separation') };
	return { typed, ticked, errors, asked };
}

/** "24 350", "24350 €" and "24.350" are one number; cents are dropped, as on a tax notice. */
function wholeNumber(text: string, least: number, most: number): number | SimulationError {
	const figures = text
		.replace(/[\s\u00A0\u202F€]/g, '')
		.replace(/[.,]\d{1,2}$/, '')
		.replace(/[.,](?=\d{3}(\D|$))/g, '');
	if (figures === '') return 'missing';
	if (!/^\d+$/.test(figures)) return 'whole-number';
	const number = Number(figures);
	if (number < least) return 'whole-number';
	return number > most ? 'too-many' : number;
}
