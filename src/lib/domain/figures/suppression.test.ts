import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_CASES } from './lines.ts';
import { shownCells, type Table } from './suppression.ts';

/** Adds the totals of rows and columns to what is inside. */
function withTotals(inside: readonly (readonly number[])[]): number[][] {
	const rows = inside.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
	const columns = rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
	return [...rows, columns];
}

const seen = (table: Table) =>
	shownCells(table).map((row, r) => row.map((shown, c) => (shown ? table[r]![c]! : null)));

/** One place alone: nothing is known of the whole territory. */
const seenOf = (row: (number | null)[]) => seen([row, row.map(() => null)])[0];

/**
 * Whether somebody who sees the rest can work out a cell, found by elimination on the equations of rows and columns:
 * another way than the one under test.
 */
function canWorkOut(shown: boolean[][], row: number, column: number): boolean {
	const hidden = shown.flatMap((cells, r) =>
		cells.flatMap((isShown, c) => (isShown ? [] : [`${r} ${c}`]))
	);
	const index = new Map(hidden.map((name, at) => [name, at]));
	const sign = (at: number, last: number) => (at === last ? -1 : 1);
	const equation = (pairs: [string, number][]) => {
		const line = Array<number>(hidden.length).fill(0);
		for (const [name, factor] of pairs) if (index.has(name)) line[index.get(name)!] = factor;
		return line;
	};
	const [lastRow, lastColumn] = [shown.length - 1, shown[0]!.length - 1];
	const equations = [
		...shown.map((cells, r) => equation(cells.map((_, c) => [`${r} ${c}`, sign(c, lastColumn)]))),
		...shown[0]!.map((_, c) => equation(shown.map((_row, r) => [`${r} ${c}`, sign(r, lastRow)])))
	];
	const target = equation([[`${row} ${column}`, 1]]);
	return rank([...equations, target]) === rank(equations);
}

function rank(matrix: number[][]): number {
	const lines = matrix.map((line) => [...line]);
	let found = 0;
	for (let column = 0; column < (lines[0]?.length ?? 0); column += 1) {
		const pivot = lines.findIndex((line, at) => at >= found && Math.abs(line[column]!) > 1e-9);
		if (pivot < 0) continue;
		[lines[found], lines[pivot]] = [lines[pivot]!, lines[found]!];
		const head = lines[found]!;
		for (let at = 0; at < lines.length; at += 1) {
			const factor = at === found ? 0 : lines[at]![column]! / head[column]!;
			if (factor) lines[at] = lines[at]!.map((value, c) => value - factor * head[c]!);
		}
		found += 1;
	}
	return found;
}

describe('nothing under eleven cases', () => {
	it('is shown, and eleven is', () => {
		expect(seenOf([11, 10, 0, null])).toEqual([11, null, null, null]);
	});

	it('nor can be worked out from the total of its row: the smallest beside it goes too', () => {
		expect(seenOf([40, 25, 5, 70])).toEqual([40, null, null, 70]);
	});

	it('nor from the total of its column', () => {
		const table = withTotals([
			[50, 60],
			[30, 4],
			[80, 90]
		]);
		const shown = shownCells(table);
		expect(shown[1]![1]).toBe(false);
		expect(canWorkOut(shown, 1, 1)).toBe(false);
	});

	it('nor when all that is hidden adds up to nothing: zero would be told', () => {
		expect(seenOf([40, 30, 0, 0, 70])).toEqual([40, null, null, null, 70]);
		expect(seenOf([40, 0, 0, 40])).toEqual([null, null, null, 40]);
	});

	it('nor when a single type is known: its total would tell of the rest', () => {
		expect(seenOf([40, 5, 45])).toEqual([null, null, 45]);
	});

	it('without totals only the small ones go: there is nothing to subtract from', () => {
		expect(
			seen([
				[40, 5, null],
				[30, 20, null],
				[null, null, null]
			])
		).toEqual([
			[40, null, null],
			[30, 20, null],
			[null, null, null]
		]);
	});
});

const inside = fc
	.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }))
	.chain(([rows, columns]) =>
		fc.array(
			fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 })), {
				minLength: columns,
				maxLength: columns
			}),
			{ minLength: rows, maxLength: rows }
		)
	);

describe('whatever the table', () => {
	it('what is shown has eleven cases at least, and no small figure can be worked out', () => {
		fc.assert(
			fc.property(inside, (cells) => {
				const table = withTotals(cells);
				const shown = shownCells(table);
				table.forEach((row, r) =>
					row.forEach((value, c) => {
						if (shown[r]![c]) expect(value).toBeGreaterThanOrEqual(LEAST_CASES);
						else if (value < LEAST_CASES) expect(canWorkOut(shown, r, c)).toBe(false);
					})
				);
			}),
			{ numRuns: 150 }
		);
	});

	it('what is hidden beside a shown total adds up to eleven at least', () => {
		fc.assert(
			fc.property(inside, (cells) => {
				const table = withTotals(cells);
				const shown = shownCells(table);
				table.forEach((row, r) => {
					const hidden = row.filter((_, c) => !shown[r]![c]);
					const isSmall = hidden.some((value) => value < LEAST_CASES);
					if (!shown[r]!.at(-1) || !isSmall) return;
					expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(LEAST_CASES);
				});
			}),
			{ numRuns: 150 }
		);
	});

	it('it is the same table whatever else is looked at, and nothing is hidden without need', () => {
		fc.assert(
			fc.property(inside, (cells) => {
				const table = withTotals(cells.map((row) => row.map((value) => value + LEAST_CASES)));
				expect(shownCells(table).flat().every(Boolean)).toBe(true);
			})
		);
	});
});
