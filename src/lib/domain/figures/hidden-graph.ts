/**
 * Which figures of a table with totals can be worked out from the others.
 *
 * Every cell, totals included, stands in one equation for its row and in one for its column. Take rows and columns for
 * points and each hidden cell for an edge between its row and its column: a hidden cell can be worked out exactly when
 * its edge is a bridge, that is, when nothing else that is hidden links its two ends (Gusfield, A graph theoretic
 * approach to statistical data security, 1988).
 */
export type Cell = { readonly row: number; readonly column: number };

export class HiddenGraph {
	readonly #rows: number;
	/** Hidden neighbours of each point; columns come after rows. */
	readonly #links: Set<number>[];

	constructor(rows: number, columns: number) {
		this.#rows = rows;
		this.#links = Array.from({ length: rows + columns }, () => new Set<number>());
	}

	hide({ row, column }: Cell): void {
		this.#links[row]!.add(this.#rows + column);
		this.#links[this.#rows + column]!.add(row);
	}

	/** Rows and columns that hidden cells link to this cell's row, the cell itself left out. */
	besideRow({ row, column }: Cell): { rows: Set<number>; columns: Set<number> } {
		return this.#reached(row, row, this.#rows + column);
	}

	/** The same from its column. */
	besideColumn({ row, column }: Cell): { rows: Set<number>; columns: Set<number> } {
		return this.#reached(this.#rows + column, row, this.#rows + column);
	}

	/** Whether this hidden cell can be worked out from what is shown. */
	isBare(cell: Cell): boolean {
		return !this.besideRow(cell).columns.has(cell.column);
	}

	#reached(from: number, row: number, column: number) {
		const seen = new Set([from]);
		const queue = [from];
		for (const point of queue) {
			for (const next of this.#links[point]!) {
				const isTheCell = (point === row && next === column) || (point === column && next === row);
				if (isTheCell || seen.has(next)) continue;
				seen.add(next);
				queue.push(next);
			}
		}
		const points = [...seen];
		return {
			rows: new Set(points.filter((point) => point < this.#rows)),
			columns: new Set(
				points.filter((point) => point >= this.#rows).map((point) => point - this.#rows)
			)
		};
	}
}
