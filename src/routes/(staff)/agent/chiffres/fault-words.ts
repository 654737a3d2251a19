import type { FaultRule } from '$lib/domain/figures/columns.ts';
import * as m from '$lib/paraglide/messages.js';

/** What is wrong on a line of a file, and what to do. */
export const faultWords: Record<FaultRule, () => string> = {
	'column-missing': m.figures_fault_column_missing,
	'column-unknown': m.figures_fault_column_unknown,
	'column-twice': m.figures_fault_column_twice,
	'no-line': m.figures_fault_no_line,
	'too-many-lines': m.figures_fault_too_many_lines,
	'cell-count': m.figures_fault_cell_count,
	'commune-unknown': m.figures_fault_commune_unknown,
	'commune-mismatch': m.figures_fault_commune_mismatch,
	'type-unknown': m.figures_fault_type_unknown,
	'not-a-number': m.figures_fault_not_a_number,
	'line-twice': m.figures_fault_line_twice,
	'total-below-part': m.figures_fault_total_below_part,
	'delay-without-allotted': m.figures_fault_delay_without_allotted
};

/** Why a whole file was refused. */
export function refusalWords(
	rule: string,
	facts: Readonly<Record<string, string | number>> = {}
): string {
	switch (rule) {
		case 'figures-file-missing':
			return m.figures_refused_figures_file_missing();
		case 'figures-file-empty':
			return m.figures_refused_figures_file_empty();
		case 'figures-file-too-large':
			return m.figures_refused_figures_file_too_large();
		case 'figures-file-not-text':
			return m.figures_refused_figures_file_not_text();
		case 'figures-file-unreadable':
			return m.figures_refused_figures_file_unreadable({ line: String(facts['line'] ?? 1) });
		case 'figures-in-the-future':
			return m.figures_refused_figures_in_the_future();
		case 'figures-source-missing':
			return m.figures_refused_figures_source_missing();
		default:
			return m.figures_refused_date();
	}
}

/** Which field a refusal is about. */
export function fieldOf(rule: string): 'fichier' | 'source' | 'date' {
	if (rule === 'figures-source-missing') return 'source';
	return rule === 'figures-in-the-future' ? 'date' : 'fichier';
}
