import { HiddenGraph, type Cell } from './hidden-graph.ts';
import { LEAST_CASES } from './lines.ts';

/**
 * One count of a territory: a row a place, a column a type of housing; the last row is the whole territory and the
 * last column all types together. Null is not known.
 */
export type Table = readonly (readonly (number | null)[])[];

/** What may be shown: true where it may. */
export type Shown = boolean[][];

/**
 * Decides what of a table may be shown: nothing under eleven cases, and no figure from which one of those could be
 * worked out. Computed once on the whole table, whatever is then looked at, so that no choice of commune or type shows
 * more than another.
 *
 * A small figure is protected when it cannot be worked out from its row and its column (HiddenGraph) and when what is
 * hidden beside it in a line with its total adds up to eleven at least. Otherwise the smallest figure that helps is
 * hidden too.
 */
export function shownCells(table: Table): Shown {
	const sheet = new Sheet(table);
	for (;;) {
		const cell = sheet.nextToHide();
		if (cell === null) return sheet.shown;
		sheet.hide(cell);
	}
}

class Sheet {
	readonly shown: Shown;
	readonly #table: Table;
	readonly #graph: HiddenGraph;
	/** Under eleven, and known: what must not be worked out. */
	readonly #small: Cell[] = [];
	readonly #rows: number;
	readonly #columns: number;

	constructor(table: Table) {
		this.#table = table;
		this.#rows = table.length;
		this.#columns = table[0]?.length ?? 0;
		this.#graph = new HiddenGraph(this.#rows, this.#columns);
		this.shown = table.map((row) => row.map(() => true));
		for (const cell of this.#cells()) {
			const value = this.#value(cell);
			if (value !== null && value >= LEAST_CASES) continue;
			if (value !== null) this.#small.push(cell);
			this.hide(cell);
		}
	}

	hide(cell: Cell): void {
		this.shown[cell.row]![cell.column] = false;
		this.#graph.hide(cell);
	}

	/** The next figure to hide for the sake of a small one; null when every one is protected. */
	nextToHide(): Cell | null {
		for (const cell of this.#small) {
			const next = this.#closing(cell) ?? this.#filling(cell);
			if (next) return next;
		}
		return null;
	}

	/** A figure without which `cell` can no longer be worked out, or that brings nearer to it. */
	#closing(cell: Cell): Cell | null {
		if (!this.#graph.isBare(cell)) return null;
		const near = this.#graph.besideRow(cell);
		const far = this.#graph.besideColumn(cell);
		const links = this.#smallest(
			({ row, column }) =>
				(near.rows.has(row) && far.columns.has(column)) ||
				(far.rows.has(row) && near.columns.has(column))
		);
		return (
			links ??
			(far.rows.size === 0 ? this.#smallest(({ column }) => column === cell.column) : null) ??
			this.#smallest(({ row }) => row === cell.row) ??
			this.#smallest(({ column }) => column === cell.column)
		);
	}

	/** A figure to hide in a line whose total is shown and whose hidden part is too little. */
	#filling(cell: Cell): Cell | null {
		return (
			this.#fill(
				({ row }) => row === cell.row,
				(one) => one.column === this.#columns - 1
			) ??
			this.#fill(
				({ column }) => column === cell.column,
				(one) => one.row === this.#rows - 1
			)
		);
	}

	#fill(isOfLine: (cell: Cell) => boolean, isTotal: (cell: Cell) => boolean): Cell | null {
		const line = this.#cells().filter(isOfLine);
		const total = line.find(isTotal);
		if (!total || !this.#isShown(total)) return null;
		const hidden = line.filter((one) => !this.#isShown(one));
		const sum = hidden.reduce((all, one) => all + (this.#value(one) ?? 0), 0);
		if (sum >= LEAST_CASES) return null;
		return this.#smallest((one) => isOfLine(one) && !isTotal(one)) ?? total;
	}

	#smallest(isCandidate: (cell: Cell) => boolean): Cell | null {
		const candidates = this.#cells().filter((cell) => this.#isShown(cell) && isCandidate(cell));
		candidates.sort((a, b) => (this.#value(a) ?? 0) - (this.#value(b) ?? 0));
		return candidates[0] ?? null;
	}

	#cells(): Cell[] {
		return this.#table.flatMap((cells, row) => cells.map((_, column) => ({ row, column })));
	}

	#value({ row, column }: Cell): number | null {
		return this.#table[row]?.[column] ?? null;
	}

	#isShown({ row, column }: Cell): boolean {
		return this.shown[row]![column]!;
	}
}
