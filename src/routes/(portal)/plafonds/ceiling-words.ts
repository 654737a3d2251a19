import type { CategoryReason } from '$lib/domain/ceilings/household.ts';
import type { SimulationError, SimulationField } from '$lib/domain/ceilings/read-simulation.ts';
import type { Position } from '$lib/domain/ceilings/simulation.ts';
import type { Programme } from '$lib/domain/ceilings/tables.ts';
import * as m from '$lib/paraglide/messages.js';

type Words<Prefix extends string, Code extends string> = Record<`${Prefix}${Code}`, () => string>;

const programmes: Words<'ceilings_programme_', Programme> = m;
const explanations: Words<'ceilings_programme_', `${Programme}_text`> = m;
const reasons: Words<'ceilings_reason_', CategoryReason> = m;
const positions: Words<'ceilings_position_', Position> = m;

/** How a home was paid for, in words that say what it means for the person. */
export const programme = (code: Programme) => programmes[`ceilings_programme_${code}`]();
export const programmeText = (code: Programme) => explanations[`ceilings_programme_${code}_text`]();
export const reason = (code: CategoryReason) => reasons[`ceilings_reason_${code}`]();
export const position = (code: Position) => positions[`ceilings_position_${code}`]();

const households = [
	m.ceilings_household_1,
	m.ceilings_household_2,
	m.ceilings_household_3,
	m.ceilings_household_4,
	m.ceilings_household_5,
	m.ceilings_household_6,
	m.ceilings_household_7
];

/** Who is in a category: 1 to 6, and 7 for each further person. */
export const household = (category: number) => households[category - 1]?.() ?? String(category);

/** What is wrong with a field of the simulation, and what to do. */
export function fieldError(
	field: SimulationField,
	error: SimulationError | undefined
): string | null {
	if (!error) return null;
	if (error === 'too-many') return m.ceilings_error_too_many();
	if (error === 'missing')
		return field === 'revenu' ? m.ceilings_error_income_first() : m.ceilings_error_missing();
	const example = field === 'revenu' || field === 'recent' ? '24350' : '2';
	return m.ceilings_error_whole_number({ example });
}
