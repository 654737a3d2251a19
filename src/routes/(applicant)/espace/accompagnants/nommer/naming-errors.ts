import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import * as m from '$lib/paraglide/messages.js';

const FIELDS: Readonly<Record<string, () => string>> = {
	nom: m.helpers_error_name,
	lien: m.helpers_error_kind,
	contact: m.helpers_error_contact,
	droits: m.helpers_error_rights,
	duree: m.helpers_error_months
};

const RULES: Readonly<Record<string, () => string>> = {
	'helper-named-already': m.helpers_rule_helper_named_already,
	'too-many-helpers': m.helpers_rule_too_many_helpers,
	'too-many-invitations': m.helpers_rule_too_many_invitations
};

/** What to do next, field by field. */
export function namingErrors(form: FormOutcome | null | undefined): Record<string, string> {
	if (form?.outcome === 'invalid') {
		const wrong = Object.keys(form.errors);
		return Object.fromEntries(
			wrong.map((field) => [field, (FIELDS[field] ?? m.helpers_rule_other)()])
		);
	}
	if (form?.outcome === 'rule') return { form: (RULES[form.rule] ?? m.helpers_rule_other)() };
	return {};
}
