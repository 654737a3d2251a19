import { codeLabel } from '$lib/components/code-label.ts';
import * as m from '$lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, readonly [field: string, words: () => string]>> = {
	'scan-no-file': ['fichier', m.scan_error_no_file],
	'file-missing': ['fichier', m.scan_error_no_file],
	'file-interrupted': ['fichier', m.papers_error_interrupted],
	'scan-kind': ['piece', m.scan_error_kind],
	'paper-unknown-kind': ['piece', m.scan_error_kind],
	'paper-unknown-person': ['personne', m.review_error_person],
	'scan-date': ['recu', m.scan_error_date],
	'scan-present': ['presence', m.scan_error_present],
	'forbidden-transition': ['form', m.scan_error_struck_off]
};

/** What is wrong with the form of a scan, by field. */
export function scanErrors(rule: string): Record<string, string> {
	const known = WORDS[rule];
	if (known) return { [known[0]]: known[1]() };
	if (rule.startsWith('file-')) {
		return { fichier: codeLabel('file_refusal', rule.slice('file-'.length)) };
	}
	return { form: m.review_error_unknown() };
}
