import type { Because, ChecklistLine } from '$lib/domain/documents/checklist.ts';
import { localised, type LocalisedText } from '$lib/domain/localised.ts';
import * as m from '$lib/paraglide/messages.js';
import { codeLabel } from './code-label.ts';
import { isDrawing, type DrawingName } from './drawings.ts';

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

/** A paper of the catalogue in the reader's language: what it is, what it looks like, what will not do. */
export type ShownPaper = {
	code: string;
	label: string;
	explanation: string;
	/** Empty when nothing is said of it. */
	refused: string;
	drawing: DrawingName | null;
};

type Kind = {
	code: string;
	label: LocalisedText;
	explanation: LocalisedText;
	refused: LocalisedText;
	drawing: string | null;
};

/** Puts the papers of a catalogue in words, by code; one that is not in it is called by its code. */
export function paperWords(kinds: readonly Kind[], locale: string): (code: string) => ShownPaper {
	const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
	return (code) => {
		const kind = byCode.get(code);
		if (!kind) return { code, label: code, explanation: '', refused: '', drawing: null };
		return {
			code,
			label: localised(kind.label, locale),
			explanation: localised(kind.explanation, locale),
			refused: localised(kind.refused, locale),
			drawing: isDrawing(kind.drawing) ? kind.drawing : null
		};
	};
}

/** A line of a list, ready to be shown: which papers will do, and why. */
export type ShownLine = {
	key: string;
	papers: ShownPaper[];
	why: string;
	sensitive: boolean;
	/** What has become of the paper, for somebody signed in; null for a visitor. */
	state: 'missing' | 'sent' | 'in_sne' | null;
};

export type ShownPerson = { key: string; title: string | null; lines: ShownLine[] };

/** @param kind name and meaning of a paper of the catalogue */
export function shownLine(
	line: ChecklistLine,
	kind: (code: string) => ShownPaper,
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
