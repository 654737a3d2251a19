import { FIGURE_COLUMNS } from '../../src/lib/domain/figures/columns.ts';

/** A CSV file of figures, row by row. */
export function figuresCsv(rows: readonly string[], delimiter = ';'): Uint8Array {
	const text = [FIGURE_COLUMNS.join(delimiter), ...rows].join('\r\n');
	return new TextEncoder().encode(text);
}

/** The same as an old spreadsheet writes it: one byte a letter. Accented letters of French only. */
export function inWindows1252(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));
}
