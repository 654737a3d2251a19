import { describe, expect, it } from 'vitest';
import { checkFile, MOST_LINES } from './check-file.ts';
import { FIGURE_COLUMNS } from './columns.ts';

const communes = new Map([
	['06004', 'Antibes'],
	['06010', 'Le Bar-sur-Loup']
]);
const header = [...FIGURE_COLUMNS];
const check = (...rows: string[]) =>
	checkFile(
		{ header, rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(';') })) },
		communes
	);
const faultsOf = (...rows: string[]) =>
	(check(...rows).faults ?? []).map(({ line, column, rule }) => [line, column, rule]);

describe('a file of figures', () => {
	it('is read line by line; a blank is not known, which is not zero', () => {
		expect(
			check('06004;Antibes;T2;1 234;;0;', '06010;;tous;50;60;12;23,5', 'EPCI;Ensemble;T2;;;;')
		).toEqual({
			lines: [
				{ place: '06004', type: 'T2', stock: 1234, pending: null, allotted: 0, delayMonths: null },
				{ place: '06010', type: 'TOUS', stock: 50, pending: 60, allotted: 12, delayMonths: 23.5 },
				{ place: 'EPCI', type: 'T2', stock: null, pending: null, allotted: null, delayMonths: null }
			]
		});
	});

	it('gives back the zero that a spreadsheet took from the code, and minds no accent in a name', () => {
		expect(check('6010;LE BAR SUR LOUP;T1;1;1;1;').lines?.[0]?.place).toBe('06010');
	});

	it('may have its columns in any order and case', () => {
		const rows = [{ line: 2, cells: ['3', 'T1', '06004', '', '', '', ''] }];
		const mixed = ['Parc', 'TYPE', 'Insee', 'Commune', 'en attente', 'Attributions', 'Délai mois'];
		expect(checkFile({ header: mixed, rows }, communes).lines).toMatchObject([
			{ place: '06004', type: 'T1', stock: 3 }
		]);
	});

	it.each([
		['an unknown commune', '75056;Paris;T2;1;1;1;', ['insee', 'commune-unknown']],
		['a name that is not the code’s', '06004;Biot;T2;1;1;1;', ['commune', 'commune-mismatch']],
		['an unknown type', '06004;;T9;1;1;1;', ['type', 'type-unknown']],
		['a negative count', '06004;;T2;-1;1;1;', ['parc', 'not-a-number']],
		['a count with a comma', '06004;;T2;1;1,5;1;', ['en_attente', 'not-a-number']],
		['a word', '06004;;T2;1;1;beaucoup;', ['attributions', 'not-a-number']],
		['a formula', '06004;;T2;=1+1;1;1;', ['parc', 'not-a-number']],
		['a count beyond belief', '06004;;T2;1000000;1;1;', ['parc', 'not-a-number']],
		['Arabic figures', '06004;;T2;١٢;1;1;', ['parc', 'not-a-number']],
		['a delay of decades', '06004;;T2;1;1;1;601', ['delai_mois', 'not-a-number']],
		['a delay in words', '06004;;T2;1;1;1;2 ans', ['delai_mois', 'not-a-number']],
		['a delay of homes not counted', '06004;;T2;1;1;;12', ['delai_mois', 'delay-without-allotted']]
	])('says where it is wrong: %s', (_, row, [column, rule]) => {
		expect(faultsOf('06010;;T2;1;1;1;', row)).toEqual([[3, column, rule]]);
	});

	it('says everything that is wrong at once, in the order of the lines', () => {
		expect(faultsOf('06004;;T9;x;1;1;', '06004;;T2', '00000;;T2;1;y;1;')).toEqual([
			[2, 'type', 'type-unknown'],
			[2, 'parc', 'not-a-number'],
			[3, null, 'cell-count'],
			[4, 'insee', 'commune-unknown'],
			[4, 'en_attente', 'not-a-number']
		]);
	});

	it('has each place and type once', () => {
		expect(check('06004;;T2;1;1;1;', '6004;;t2;2;2;2;').faults).toEqual([
			{ line: 3, column: 'type', rule: 'line-twice', found: '2' }
		]);
	});

	it('has no total smaller than a part of it; a total need not be the sum', () => {
		expect(faultsOf('06004;;T2;10;9;8;', '06004;;TOUS;9;9;20;')).toEqual([
			[3, 'parc', 'total-below-part']
		]);
		expect(faultsOf('06004;;T2;10;9;8;', '06004;;T3;10;9;8;', '06004;;TOUS;12;12;;')).toEqual([]);
	});

	it('has all its columns, each once, and no other', () => {
		const wrong = ['insee', 'insee', 'type', 'parc', 'en_attente', 'attributions', 'nom'];
		const { faults } = checkFile({ header: wrong, rows: [] }, communes);
		expect(faults?.map(({ column, rule }) => [column, rule])).toEqual([
			['commune', 'column-missing'],
			['delai_mois', 'column-missing'],
			['insee', 'column-twice'],
			['nom', 'column-unknown']
		]);
	});

	it('is neither empty nor endless', () => {
		expect(faultsOf()).toEqual([[1, null, 'no-line']]);
		const many = Array.from({ length: MOST_LINES + 1 }, () => '06004;;T2;1;1;1;');
		expect(faultsOf(...many)).toEqual([[MOST_LINES + 2, null, 'too-many-lines']]);
	});

	it('quotes only the beginning of what is wrong', () => {
		expect(check(`06004;;${'T'.repeat(500)};1;1;1;`).faults?.[0]?.found).toHaveLength(40);
	});
});
