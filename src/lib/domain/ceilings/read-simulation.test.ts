import { describe, expect, it } from 'vitest';
import { readSimulation } from './read-simulation.ts';

const read = (query: string) => readSimulation(new URLSearchParams(query));

describe('what the simulation is asked', () => {
	it('is nothing on the first look', () => {
		expect(read('')).toEqual({ typed: {}, ticked: [], errors: {}, asked: null });
	});

	it('is a household, with or without an income', () => {
		expect(read('adultes=2&charge=1&revenu=&recent=').asked).toEqual({
			household: { adults: 2, dependants: 1, youngCouple: false, disability: false },
			incomes: null,
			separation: false
		});
		expect(
			read('adultes=1&charge=&situation=handicap&situation=separation&situation=x&revenu=12000')
				.asked
		).toEqual({
			household: { adults: 1, dependants: 0, youngCouple: false, disability: true },
			incomes: { twoYearsAgo: 12_000, recent: null },
			separation: true
		});
	});

	it.each([
		['24350', 24_350],
		['24 350', 24_350],
		['24 350 €', 24_350],
		['24.350', 24_350],
		['24,350', 24_350],
		['24350,75', 24_350],
		['24 350.5', 24_350],
		['0', 0]
	])('takes an income as people write it: %s', (text, amount) => {
		const { asked } = readSimulation(new URLSearchParams({ adultes: '1', revenu: text }));
		expect(asked?.incomes?.twoYearsAgo).toBe(amount);
	});

	it.each([
		['adultes=0', { adultes: 'whole-number' }],
		['adultes=', { adultes: 'missing' }],
		['adultes=11', { adultes: 'too-many' }],
		['adultes=deux', { adultes: 'whole-number' }],
		['adultes=1&charge=16', { charge: 'too-many' }],
		['adultes=1&charge=-1', { charge: 'whole-number' }],
		['adultes=1&revenu=1e5', { revenu: 'whole-number' }],
		['adultes=1&revenu=99999999', { revenu: 'too-many' }],
		['adultes=1&recent=1000', { revenu: 'missing' }],
		['adultes=1&revenu=x&recent=y', { revenu: 'whole-number', recent: 'whole-number' }]
	])('says what is wrong and gives back what was typed: %s', (query, errors) => {
		const found = read(query);
		expect(found).toMatchObject({ errors, asked: null });
		expect(found.typed.adultes).toBe(new URLSearchParams(query).get('adultes'));
	});
});
