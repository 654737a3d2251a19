import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import * as m from '$lib/paraglide/messages.js';
import { doorErrors } from '../door-texts.ts';

const FIELDS: Readonly<Record<string, () => string>> = {
	contact: m.helpers_error_contact,
	famille: m.helpers_error_family,
	nom: m.helpers_error_own_name,
	code: m.helpers_code_shape
};

const RULES: Readonly<Record<string, () => string>> = {
	'code-over': m.helpers_code_over,
	'too-many-codes': m.helpers_code_too_many
};

/** What went wrong at a helper's door: what only they have, and the rest as at every door. */
export function helperDoorErrors(
	form: FormOutcome | null | undefined,
	notRecognised: () => string
): Record<string, string> {
	const rule = form?.outcome === 'rule' ? RULES[form.rule] : undefined;
	if (rule) return { form: rule() };
	const errors = doorErrors(form, notRecognised);
	return Object.fromEntries(
		Object.entries(errors).map(([field, text]) => [field, FIELDS[field]?.() ?? text])
	);
}
