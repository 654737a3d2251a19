import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

describe('a table that leaves as CSV', () => {
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '=HYPERLINK("http://x")'])(
		'never begins a cell like a formula: %j',
		(text) => {
			const [[cell]] = parse(csvText([[text]]), { delimiter: ';' }) as [[string]];
			expect(cell).toBe(`'${text}`);
		}
	);

	it('leaves numbers as numbers, with the comma of French spreadsheets, and blanks blank', () => {
		expect(csvText([['Antibes', 12, 23.5, null]])).toBe('"Antibes";12;23,5;\r\n');
	});

	it('is read back as it was, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
				(row) => {
					const [read] = parse(csvText([row]), {
						delimiter: ';',
						relax_quotes: false
					}) as string[][];
					expect(read!.map((cell, at) => cell === row[at] || cell === `'${row[at]}`)).toEqual(
						row.map(() => true)
					);
				}
			)
		);
	});
});
