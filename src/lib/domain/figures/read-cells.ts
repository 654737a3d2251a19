import { plain } from '../counters/place-names.ts';
import { fault, type FigureColumn, type FileFault } from './columns.ts';
import { FIGURE_TYPES, WHOLE, type FigureLine, type FigureType } from './lines.ts';

/** A row of a file, by the names of its columns. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<FigureColumn, string>> };

/** INSEE code to name, of the communes of the territory. */
export type Communes = ReadonlyMap<string, string>;

const LARGEST_COUNT = 999_999;
const LONGEST_DELAY = 600;

/** Reads one row, every cell of it, so that all that is wrong is said at once. */
export function readRow(
	{ line, cells }: Row,
	communes: Communes
): { read: FigureLine; faults: FileFault[] } {
	const faults: FileFault[] = [];
	const wrong = (column: FigureColumn, rule: FileFault['rule']) => {
		faults.push(fault(line, column, rule, cells[column]));
		return null;
	};
	const count = (column: FigureColumn) => {
		const read = wholeNumber(cells[column]);
		return read === undefined ? wrong(column, 'not-a-number') : read;
	};
	const place = placeOf(cells.insee);
	const name = communes.get(place);
	if (place !== WHOLE && name === undefined) wrong('insee', 'commune-unknown');
	const named = plain(cells.commune);
	if (name !== undefined && named !== '' && named !== plain(name))
		wrong('commune', 'commune-mismatch');
	const type = cells.type.trim().toUpperCase();
	if (!isType(type)) wrong('type', 'type-unknown');
	const read: FigureLine = {
		place,
		type: isType(type) ? type : 'TOUS',
		stock: count('parc'),
		pending: count('en_attente'),
		allotted: count('attributions'),
		delayMonths: delayOf(cells.delai_mois, () => wrong('delai_mois', 'not-a-number'))
	};
	// A delay nobody counted the cases of could never be shown.
	if (read.delayMonths !== null && cells.attributions.trim() === '')
		wrong('delai_mois', 'delay-without-allotted');
	return { read, faults };
}

/** A spreadsheet takes the zero away from "06004": it is given back. */
function placeOf(text: string): string {
	const code = text.trim().toUpperCase();
	return /^\d{4}$/.test(code) ? `0${code}` : code;
}

function isType(text: string): text is FigureType {
	return (FIGURE_TYPES as readonly string[]).includes(text);
}

/** "1 234" is 1234, nothing is "not known"; undefined for what is no count. */
function wholeNumber(text: string): number | null | undefined {
	const figures = text.replace(/[\s\u00A0\u202F]/g, '');
	if (figures === '') return null;
	if (!/^\d+$/.test(figures)) return undefined;
	const number = Number(figures);
	return number <= LARGEST_COUNT ? number : undefined;
}

/** Months, with one decimal at most, written with a comma or a point. */
function delayOf(text: string, refuse: () => null): number | null {
	const figures = text.trim().replace(',', '.');
	if (figures === '') return null;
	if (!/^\d{1,3}(\.\d)?$/.test(figures)) return refuse();
	const months = Number(figures);
	return months <= LONGEST_DELAY ? months : refuse();
}
