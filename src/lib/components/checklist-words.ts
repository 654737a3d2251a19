import type { Because, ChecklistLine } from '$lib/domain/documents/checklist.ts';
import * as m from '$lib/paraglide/messages.js';
import { codeLabel } from './code-label.ts';

/** Why a paper is on somebody's list, in words. */
export function becauseWords(because: Because): string {
	switch (because.fact) {
		case 'everybody':
			return m.checklist_because_everybody();
		case 'children':
			return m.checklist_because_children();
		case 'unborn':
			return m.checklist_because_unborn();
		case 'custody':
			return m.checklist_because_custody();
		case 'resource': {
			const list = because.code === 'PAV' ? 'resource_paid' : 'resource_received';
			return m.checklist_because_fact({ fact: codeLabel(list, because.code) });
		}
		case 'housing':
			return m.checklist_because_fact({ fact: codeLabel('current_housing', because.code) });
		default:
			return m.checklist_because_fact({ fact: codeLabel(because.fact, because.code) });
	}
}

/** A line of a list, ready to be shown: which papers will do, and why. */
export type ShownLine = {
	key: string;
	papers: { label: string; explanation: string }[];
	why: string;
	sensitive: boolean;
	/** What has become of the paper, for somebody signed in; null for a visitor. */
	state: 'missing' | 'sent' | 'in_sne' | null;
};

export type ShownPerson = { key: string; title: string | null; lines: ShownLine[] };

/** @param kind name and meaning of a paper of the catalogue */
export function shownLine(
	line: ChecklistLine,
	kind: (code: string) => { label: string; explanation: string },
	state: ShownLine['state']
): ShownLine {
	return {
		key: `${line.personId ?? 'household'}-${line.papers[0]}`,
		papers: line.papers.map(kind),
		why: becauseWords(line.because),
		sensitive: line.sensitive,
		state
	};
}
