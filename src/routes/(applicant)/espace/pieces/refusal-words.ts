import { codeLabel } from '$lib/components/code-label.ts';
import * as m from '$lib/paraglide/messages.js';

const OURS: Readonly<Record<string, () => string>> = {
	'file-missing': m.papers_error_missing,
	'file-interrupted': m.papers_error_interrupted,
	'paper-unknown-kind': m.papers_error_kind,
	'paper-unknown-person': m.papers_error_person,
	'paper-not-asked': m.papers_error_not_asked,
	'forbidden-transition': m.papers_error_struck_off,
	'paper-action-forbidden': m.papers_error_too_late,
	'draft-empty': m.papers_error_draft_empty,
	'draft-page-under-way': m.papers_error_draft_under_way,
	'draft-page-refused': m.papers_error_draft_refused,
	'draft-sent': m.papers_error_draft_sent,
	'upload-length': m.papers_error_length
};

/** What to do next, for each rule a sending, a change or a deletion can break. */
export function refusalWords(rule: string): string {
	return OURS[rule]?.() ?? codeLabel('file_refusal', rule.replace(/^file-/, ''));
}
