/** The columns of a file of figures, in the order of the template; the file may have them in any order. */
export const FIGURE_COLUMNS = [
	'insee',
	'commune',
	'type',
	'parc',
	'en_attente',
	'attributions',
	'delai_mois'
] as const;
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** One thing that is wrong with a file, where it is, and what it says there. */
export type FileFault = {
	/** As a spreadsheet counts them: the heading is line 1. */
	readonly line: number;
	readonly column: string | null;
	readonly rule: FaultRule;
	readonly found?: string;
};

export const FAULT_RULES = [
	'column-missing',
	'column-unknown',
	'column-twice',
	'no-line',
	'too-many-lines',
	'cell-count',
	'commune-unknown',
	'commune-mismatch',
	'type-unknown',
	'not-a-number',
	'line-twice',
	'total-below-part',
	'delay-without-allotted'
] as const;
export type FaultRule = (typeof FAULT_RULES)[number];

/** What of a cell is quoted in a fault. */
const LONGEST_QUOTE = 40;

export function fault(
	line: number,
	column: string | null,
	rule: FaultRule,
	found?: string
): FileFault {
	return { line, column, rule, ...(found && { found: found.slice(0, LONGEST_QUOTE) }) };
}
