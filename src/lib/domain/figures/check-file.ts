import { plain } from '../counters/place-names.ts';
import { fault, FIGURE_COLUMNS, type FigureColumn, type FileFault } from './columns.ts';
import { ALL_TYPES, COUNTS, type Count, type FigureLine } from './lines.ts';
import { readRow, type Communes, type Row } from './read-cells.ts';

/** More than any territory needs: communes times types. */
export const MOST_LINES = 2_000;

/** What a file of figures holds, cut into cells and nothing more. */
export type FileCells = {
	readonly header: readonly string[];
	/** Empty rows left out; each with the line it stands on. */
	readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

export type CheckedFile =
	| { readonly lines: FigureLine[]; readonly faults?: undefined }
	| { readonly faults: FileFault[]; readonly lines?: undefined };

/** All or nothing: the lines of a file without a fault, else every fault of it. */
export function checkFile({ header, rows }: FileCells, communes: Communes): CheckedFile {
	const { columns, faults } = columnsOf(header);
	if (faults.length > 0) return { faults };
	if (rows.length === 0) return { faults: [fault(1, null, 'no-line')] };
	if (rows.length > MOST_LINES) return { faults: [fault(MOST_LINES + 2, null, 'too-many-lines')] };
	const named: Row[] = [];
	const found: FileFault[] = [];
	for (const { line, cells } of rows) {
		if (cells.length === header.length) named.push({ line, cells: byName(columns, cells) });
		else found.push(fault(line, null, 'cell-count', String(cells.length)));
	}
	const read = named.map((row) => ({ line: row.line, ...readRow(row, communes) }));
	found.push(...read.flatMap((row) => row.faults));
	const sound = read.filter((row) => row.faults.length === 0);
	found.push(...twice(sound), ...totalsTooSmall(sound));
	if (found.length > 0) return { faults: found.sort((a, b) => a.line - b.line) };
	return { lines: read.map((row) => row.read) };
}

type Read = { readonly line: number; readonly read: FigureLine };

/** Where each column stands, whatever the case and the accents of its name ("Délai mois"). */
function columnsOf(header: readonly string[]) {
	const names = header.map((name) => plain(name).replaceAll(' ', '_'));
	const known: readonly string[] = FIGURE_COLUMNS;
	const faults = [
		...FIGURE_COLUMNS.filter((name) => !names.includes(name)).map((name) =>
			fault(1, name, 'column-missing')
		),
		...names.flatMap((name, at) => {
			if (!known.includes(name)) return [fault(1, header[at] ?? '', 'column-unknown')];
			return names.indexOf(name) === at ? [] : [fault(1, name, 'column-twice')];
		})
	];
	const columns = new Map(FIGURE_COLUMNS.map((name) => [name, names.indexOf(name)]));
	return { columns, faults };
}

function byName(columns: ReadonlyMap<FigureColumn, number>, cells: readonly string[]) {
	return Object.fromEntries(
		[...columns].map(([name, at]) => [name, cells[at] ?? ''])
	) as Row['cells'];
}

const keyOf = ({ place, type }: FigureLine) => `${place} ${type}`;

function twice(rows: readonly Read[]): FileFault[] {
	const first = new Map<string, number>();
	return rows.flatMap(({ line, read }) => {
		const before = first.get(keyOf(read));
		if (before !== undefined) return [fault(line, 'type', 'line-twice', String(before))];
		first.set(keyOf(read), line);
		return [];
	});
}

const COLUMN_OF: Readonly<Record<Count, FigureColumn>> = {
	stock: 'parc',
	pending: 'en_attente',
	allotted: 'attributions'
};

/**
 * A total is at least each of its parts. It need not be their sum: a request may ask for several types and is counted
 * once in the total.
 */
function totalsTooSmall(rows: readonly Read[]): FileFault[] {
	return rows
		.filter(({ read }) => read.type === ALL_TYPES)
		.flatMap(({ line, read: total }) =>
			COUNTS.flatMap((count) => {
				const most = Math.max(
					...rows
						.filter(({ read }) => read.place === total.place)
						.map(({ read }) => read[count] ?? 0)
				);
				const value = total[count];
				return value !== null && value < most
					? [fault(line, COLUMN_OF[count], 'total-below-part', String(value))]
					: [];
			})
		);
}
