import { FIGURE_COLUMNS } from '../../domain/figures/columns.ts';
import { csvText } from '../../domain/figures/csv-text.ts';
import { FIGURE_TYPES, WHOLE, type FigureLine } from '../../domain/figures/lines.ts';

/** What a spreadsheet needs to read accents right. */
const MARK = '\uFEFF';

/**
 * Figures as a file that can be opened, changed and imported again.
 * @param names INSEE code to name
 */
export function figuresFile(
	lines: readonly FigureLine[],
	names: ReadonlyMap<string, string>
): string {
	const rows = lines.map((line) => [
		line.place,
		names.get(line.place) ?? (line.place === WHOLE ? 'Ensemble du territoire' : ''),
		line.type,
		line.stock,
		line.pending,
		line.allotted,
		line.delayMonths
	]);
	return MARK + csvText([[...FIGURE_COLUMNS], ...rows]);
}

/** The file to fill in: every commune and the whole territory, every type, nothing known yet. */
export function figuresTemplate(names: ReadonlyMap<string, string>): string {
	const empty = { stock: null, pending: null, allotted: null, delayMonths: null };
	const lines = [...names.keys(), WHOLE].flatMap((place) =>
		FIGURE_TYPES.map((type) => ({ place, type, ...empty }))
	);
	return figuresFile(lines, names);
}
