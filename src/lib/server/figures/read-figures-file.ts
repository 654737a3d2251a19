import { parse, CsvError } from 'csv-parse/sync';
import { RuleBroken } from '../../domain/errors.ts';
import type { FileCells } from '../../domain/figures/check-file.ts';

/** Far more than communes times types need. */
export const LARGEST_FIGURES_FILE = 512 * 1024;

const DELIMITERS = [';', ',', '\t'] as const;

/**
 * Cuts the file of a spreadsheet into cells: UTF-8 with or without its mark, or Windows-1252, which French
 * spreadsheets still write; semicolons, commas or tabs. Rows with nothing in them are left out.
 *
 * @throws RuleBroken `figures-file-empty`, `figures-file-too-large`, `figures-file-not-text` (a spreadsheet's own
 * format, UTF-16) or `figures-file-unreadable` (fact: line), as when a quote is never closed
 */
export function readFiguresFile(bytes: Uint8Array): FileCells {
	if (bytes.length > LARGEST_FIGURES_FILE) throw new RuleBroken('figures-file-too-large');
	const text = textOf(bytes);
	if (text.trim() === '') throw new RuleBroken('figures-file-empty');
	const [first, ...rest] = cut(text, delimiterOf(text));
	const rows = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	return { header: (first?.cells ?? []).map((name) => name.trim()), rows };
}

function textOf(bytes: Uint8Array): string {
	if (bytes.includes(0)) throw new RuleBroken('figures-file-not-text');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** The one that cuts the heading into most names. */
function delimiterOf(text: string): string {
	const heading = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
	const counts = DELIMITERS.map((delimiter) => heading.split(delimiter).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';';
}

function cut(text: string, delimiter: string): { line: number; cells: string[] }[] {
	try {
		// Counting cells is left to the domain, which says the line.
		const records = parse(text, {
			delimiter,
			info: true,
			relax_column_count: true,
			skip_empty_lines: true
		}) as unknown as { record: string[]; info: { lines: number } }[];
		return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		throw new RuleBroken('figures-file-unreadable', { line: Number(cause['lines'] ?? 1) });
	}
}
