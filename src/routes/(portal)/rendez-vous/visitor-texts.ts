import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import * as m from '$lib/paraglide/messages.js';

/** Faults of fields, as visitor-contact.ts names them. */
const FIELD_TEXTS: Readonly<Record<string, () => string>> = {
	'nom.empty': m.visitor_error_last_name_empty,
	'nom.shape': m.visitor_error_name_shape,
	'prenom.empty': m.visitor_error_first_name_empty,
	'prenom.shape': m.visitor_error_name_shape,
	'naissance.empty': m.visitor_error_birth_date_empty,
	'naissance.shape': m.visitor_error_birth_date_shape,
	'telephone.shape': m.visitor_error_phone_shape,
	'telephone.neither': m.visitor_error_neither,
	'telephone.landline-alone': m.visitor_error_landline_alone,
	'telephone.needed-to-call': m.visitor_error_phone_to_call,
	'email.shape': m.visitor_error_email_shape,
	'aide.empty': m.visitor_error_helper_kind,
	'aide.shape': m.visitor_error_helper_kind,
	'aidant.empty': m.visitor_error_helper_name,
	'code.shape': m.visitor_error_code_shape
};

const RULE_TEXTS: Readonly<Record<string, (facts: { count: number }) => string>> = {
	'code-wrong': ({ count }) =>
		count > 1 ? m.visitor_error_code_wrong({ count }) : m.visitor_error_code_wrong_last(),
	'code-dead': m.visitor_error_code_dead,
	'too-many-codes': m.visitor_error_too_many_codes,
	'too-many-choices': m.visitor_error_too_many_choices
};

/** What went wrong, in the reader's language, by field; `form` for what belongs to none. */
export function visitorErrors(form: FormOutcome | null | undefined): Record<string, string> {
	if (form?.outcome === 'invalid') {
		return Object.fromEntries(
			Object.entries(form.errors).map(([field, fault]) => [
				field,
				FIELD_TEXTS[`${field}.${fault}`]?.() ?? m.visitor_error_too_long()
			])
		);
	}
	const text = form?.outcome === 'rule' ? RULE_TEXTS[form.rule] : undefined;
	if (!text || form?.outcome !== 'rule') return {};
	const field = form.rule.startsWith('code-') ? 'code' : 'form';
	return { [field]: text({ count: Number(form.facts['triesLeft'] ?? 0) }) };
}
