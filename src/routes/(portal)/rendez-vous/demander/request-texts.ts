import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import * as m from '$lib/paraglide/messages.js';
import { visitorErrors } from '../visitor-texts.ts';

const REQUIRED: Readonly<Record<string, () => string>> = {
	motif: m.waiting_error_motive,
	guichet: m.waiting_error_counter,
	'demi-journees': m.waiting_error_half_days
};
const RULES: Readonly<Record<string, { field: string; text: () => string }>> = {
	'half-days-missing': { field: 'demi-journees', text: m.waiting_error_half_days },
	'note-too-long': { field: 'note', text: m.waiting_error_note },
	'not-reachable': { field: 'form', text: m.waiting_not_reachable },
	'contact-missing': { field: 'telephone', text: m.visitor_error_neither },
	'too-many-requests': { field: 'form', text: m.waiting_visitor_error_too_many }
};

type Refusal =
	{ outcome: 'invalid'; errors: Record<string, string> } | { outcome: 'rule'; rule: string };

/** What went wrong, in the reader's language, by field; `form` for what belongs to none. */
export function requestErrors(form: Refusal | null | undefined): Record<string, string> {
	if (!form) return {};
	if (form.outcome === 'rule') {
		const said = RULES[form.rule];
		return said ? { [said.field]: said.text() } : { form: m.waiting_failed() };
	}
	const contact: FormOutcome = { outcome: 'invalid', errors: form.errors, values: {} };
	const own = Object.keys(form.errors).map((field) => [field, REQUIRED[field]?.()] as const);
	const texts = own.filter((entry): entry is [string, string] => entry[1] !== undefined);
	return { ...visitorErrors(contact), ...Object.fromEntries(texts) };
}
