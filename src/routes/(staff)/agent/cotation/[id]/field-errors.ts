import * as m from '$lib/paraglide/messages.js';
import { ruleWords } from './rule-words.ts';

/** The field that a broken rule is about, in either form; a rule that is about none is said of the whole form. */
const OF_RULE: Readonly<Record<string, string>> = {
	'grid-title-missing': 'titre-fr',
	'grid-source-missing': 'source',
	'grid-starts-in-past': 'debut',
	'grid-start-taken': 'debut',
	date: 'debut',
	'criterion-codes': 'codes',
	'criterion-not-countable': 'fact',
	'criterion-code-taken': 'code',
	'criterion-proof-unknown': 'proofs'
};

const FIGURES = ['points', 'from', 'every', 'most', 'position'];

/** What to write again in a field that could not be read. */
function fieldWords(field: string): string {
	if (FIGURES.includes(field)) return m.score_edit_field_number();
	if (field.startsWith('label')) return m.score_edit_field_label();
	return field === 'code' ? m.score_edit_field_code() : m.score_edit_field_other();
}

type Refused = { rule: string; fields?: readonly string[] };

/** Errors by field, `form` for what belongs to none. */
export function fieldErrors(form: Refused | null | undefined): Record<string, string> {
	if (!form) return {};
	const fields = form.fields ?? [];
	if (fields.length > 0)
		return Object.fromEntries(fields.map((field) => [field, fieldWords(field)]));
	return { [OF_RULE[form.rule] ?? 'form']: ruleWords(form.rule) };
}
