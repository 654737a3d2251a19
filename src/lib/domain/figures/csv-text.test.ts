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
		// The letters that matter to the one who writes and the one who reads.
		const letter = fc.constantFrom(...'=+-@\t\r\n";,\' aé€ع0');
		const cell = fc.string({ unit: letter, minLength: 1, maxLength: 12 });
		const row = fc.array(cell, { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(row, (cells) => {
				const [read] = parse(csvText([cells]), { delimiter: ';' }) as string[][];
				expect(read!.every((cell, at) => cell === cells[at] || cell === `'${cells[at]}`)).toBe(
					true
				);
			})
		);
	});
});
