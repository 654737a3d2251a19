import { describe, expect, it } from 'vitest';
import { ceilings } from '../../../../drizzle/seed/reference/ceilings.ts';
import { RuleBroken } from '../errors.ts';
import { checkTable } from './change.ts';
import { categoryOf, type Household } from './household.ts';
import { incomeThatCounts } from './income.ts';
import { positionOf, simulate } from './simulation.ts';
import { ceilingFor, tablesFor, type Programme } from './tables.ts';

const household = (adults: number, dependants = 0, more: Partial<Household> = {}): Household => ({
	adults,
	dependants,
	youngCouple: false,
	disability: false,
	...more
});
const young = { youngCouple: true };
const disability = { disability: true };

describe('the category of a household (domain.md §5)', () => {
	it.each([
		['one person alone', household(1), 1, 0],
		['two persons', household(2), 2, 0],
		['one person with a disability', household(1, 0, disability), 2, 0],
		['one person with a dependant', household(1, 1), 3, 0],
		['a young couple', household(2, 0, young), 3, 0],
		['two persons, one with a disability', household(2, 0, disability), 3, 0],
		['a young couple, one with a disability', household(2, 0, { ...young, ...disability }), 3, 0],
		['three persons', household(3), 3, 0],
		['a couple with a dependant', household(2, 1), 3, 0],
		['a young couple with a dependant, young no more', household(2, 1, young), 3, 0],
		['one person with two dependants', household(1, 2), 4, 0],
		['one with a dependant who has a disability: not twice', household(1, 1, disability), 3, 0],
		['three persons, one with a disability', household(2, 1, disability), 4, 0],
		['four persons', household(2, 2), 4, 0],
		['one person with three dependants', household(1, 3), 5, 0],
		['four persons, one with a disability', household(2, 2, disability), 5, 0],
		['five persons', household(2, 3), 5, 0],
		['one person with four dependants', household(1, 4), 6, 0],
		['five persons, one with a disability', household(2, 3, disability), 6, 0],
		['six persons', household(2, 4), 6, 0],
		['seven persons', household(2, 5), 6, 1],
		['nine persons', household(4, 5), 6, 3],
		['three adults who are no couple', household(3, 0, young), 3, 0]
	])('%s', (_, who, category, extraPersons) => {
		expect(categoryOf(who)).toMatchObject({ category, extraPersons });
	});

	it('says when the text is silent: a person alone with five dependants, read in their favour', () => {
		expect(categoryOf(household(1, 5))).toMatchObject({ extraPersons: 1, beyondTheText: true });
		expect(categoryOf(household(2, 5)).beyondTheText).toBe(false);
		expect(categoryOf(household(1, 4)).beyondTheText).toBe(false);
	});

	it('names the words that put them there', () => {
		expect(categoryOf(household(3)).reason).toBe('size');
		expect(categoryOf(household(1, 2)).reason).toBe('alone_with_dependants');
		expect(categoryOf(household(2, 0, young)).reason).toBe('young_couple');
		expect(categoryOf(household(2, 2, disability)).reason).toBe('disability');
	});
});

describe('the figures are those of domain.md §5', () => {
	const table: [Programme, number, number[]][] = [
		['PLUS', 2025, [23201, 30984, 37259, 44982, 52915, 59636, 6652]],
		['PLUS', 2026, [23403, 31254, 37584, 45374, 53376, 60156, 6710]],
		['PLS', 2026, [30424, 40630, 48859, 58986, 69389, 78203, 8723]],
		['PLAI', 2026, [12870, 18753, 22551, 25092, 29358, 33086, 3690]]
	];
	it.each(table)('%s %i', (programme, year, amounts) => {
		const found = ceilings.find((one) => one.programme === programme && one.year === year)!;
		const shown = [1, 2, 3, 4, 5, 6].map((category) =>
			ceilingFor(found, { category: category as 1, extraPersons: 0 })
		);
		expect(shown).toEqual(amounts.slice(0, 6));
		expect(ceilingFor(found, { category: 6, extraPersons: 2 })).toBe(amounts[5]! + 2 * amounts[6]!);
	});

	it('PLS is PLUS and 30 %, rounded to the euro', () => {
		const [plus, pls] = (['PLUS', 'PLS'] as const).map((programme) =>
			ceilings.find((one) => one.programme === programme && one.year === 2026)!
		);
		expect(pls!.amounts).toEqual(plus!.amounts.map((euros) => Math.round((euros * 130) / 100)));
	});

	it('what was supposed is never given for official nor confirmed', () => {
		const supposed = ceilings.filter(({ programme }) => programme === 'PLAI');
		expect(supposed.map(({ nature, confirmed }) => [nature, confirmed])).toEqual([
			['extrapolated', false]
		]);
	});

	it('each year has its own, and a year not typed in yet takes the last before it', () => {
		const yearOf = (year: number) =>
			tablesFor(ceilings, year).map((one) => `${one.programme} ${one.year}`);
		expect(yearOf(2025)).toEqual(['PLUS 2025']);
		expect(yearOf(2026)).toEqual(['PLAI 2026', 'PLUS 2026', 'PLS 2026']);
		expect(yearOf(2027)).toEqual(yearOf(2026));
		expect(yearOf(2024)).toEqual([]);
	});
});

describe('the income that counts', () => {
	it.each([
		['of two years ago, when nothing else is told', 20_000, null, 20_000, 'two_years_ago'],
		['of two years ago, when it fell by less than 10 %', 20_000, 18_001, 20_000, 'two_years_ago'],
		['the later, from a fall of exactly 10 %', 20_000, 18_000, 18_000, 'recent'],
		['the later, when nothing is left', 20_000, 0, 0, 'recent'],
		['of two years ago, when it rose', 20_000, 30_000, 20_000, 'two_years_ago'],
		['nothing, when there was none', 0, 0, 0, 'two_years_ago'],
		['exactly, without rounding', 33_333, 29_999, 29_999, 'recent'],
		['exactly, one euro above', 33_333, 30_000, 33_333, 'two_years_ago']
	] as const)('%s', (_, twoYearsAgo, recent, amount, basis) => {
		expect(incomeThatCounts({ twoYearsAgo, recent })).toEqual({ amount, basis });
	});
});

describe('a household beside its ceilings', () => {
	it.each([
		[94_999, 'below'],
		[95_000, 'near'],
		[100_000, 'near'],
		[105_000, 'near'],
		[105_001, 'above']
	] as const)('an income of %i under a ceiling of 100 000 is %s', (income, position) => {
		expect(positionOf(income, 100_000)).toBe(position);
	});

	it('without an income sees the ceilings alone', () => {
		const { results, income } = simulate(tablesFor(ceilings, 2026), household(2, 1), null);
		expect(income).toBeNull();
		expect(results.map(({ ceiling, position }) => [ceiling, position])).toEqual([
			[22_551, null],
			[37_584, null],
			[48_859, null]
		]);
	});

	it('with one sees each programme apart', () => {
		const tables = tablesFor(ceilings, 2026);
		const { results } = simulate(tables, household(1), { twoYearsAgo: 23_000, recent: null });
		expect(results.map(({ position }) => position)).toEqual(['above', 'near', 'below']);
	});
});

describe('a table that staff write', () => {
	const plus = ceilings[1]!;
	const ruleOf = (table: typeof plus) => {
		try {
			checkTable(table);
			return 'done';
		} catch (cause) {
			return cause instanceof RuleBroken ? [cause.rule, cause.facts] : cause;
		}
	};
	it('rises from one category to the next', () => {
		const amounts = plus.amounts.with(3, plus.amounts[2]!);
		expect(ruleOf(plus)).toBe('done');
		expect(ruleOf({ ...plus, amounts })).toEqual(['ceilings-not-rising', { category: 4 }]);
	});
	it('cannot vouch for figures that were supposed', () => {
		expect(ruleOf({ ...plus, nature: 'extrapolated', confirmed: true })).toEqual([
			'extrapolated-not-confirmed',
			{}
		]);
	});
});
