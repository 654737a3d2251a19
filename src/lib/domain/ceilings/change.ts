import * as v from 'valibot';
import { RuleBroken } from '../errors.ts';
import { AMOUNTS_OF_A_TABLE, NATURES, PROGRAMMES, type CeilingTable } from './tables.ts';

const FIRST_YEAR = 2020;
const LAST_YEAR = 2100;
const MOST_EUROS = 999_999;

const amount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_EUROS));

export const CeilingTableSchema = v.strictObject({
	programme: v.picklist(PROGRAMMES),
	year: v.pipe(v.number(), v.integer(), v.minValue(FIRST_YEAR), v.maxValue(LAST_YEAR)),
	amounts: v.pipe(v.array(amount), v.length(AMOUNTS_OF_A_TABLE)),
	nature: v.picklist(NATURES),
	source: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
	confirmed: v.boolean()
});

/**
 * A table as staff may write it. Ceilings rise with the category; figures that were supposed cannot be vouched for.
 * @throws RuleBroken `ceilings-not-rising` (fact: category) or `extrapolated-not-confirmed`
 */
export function checkTable(table: CeilingTable): CeilingTable {
	const categories = table.amounts.slice(0, AMOUNTS_OF_A_TABLE - 1);
	const fall = categories.findIndex((euros, index) => index > 0 && euros <= categories[index - 1]!);
	if (fall > 0) throw new RuleBroken('ceilings-not-rising', { category: fall + 1 });
	if (table.nature === 'extrapolated' && table.confirmed)
		throw new RuleBroken('extrapolated-not-confirmed');
	return table;
}
