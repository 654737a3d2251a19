import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import * as m from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';

/** Faults of fields, as forms.ts and password.ts name them. */
const FIELD_TEXTS: Readonly<Record<string, () => string>> = {
	'numero.empty': m.accounts_error_number_empty,
	'numero.length': m.accounts_error_number_length,
	'numero.shape': m.accounts_error_number_shape,
	'code.empty': m.accounts_error_code_empty,
	'code.shape': m.accounts_error_code_shape,
	'email.empty': m.accounts_error_email,
	'email.shape': m.accounts_error_email,
	'totp.empty': m.accounts_error_totp,
	'totp.shape': m.accounts_error_totp,
	'motdepasse.empty': m.accounts_error_password_empty,
	'motdepasse.too-long': m.accounts_error_too_long,
	'motdepasse.password-too-short': m.accounts_error_too_short,
	'motdepasse.password-too-long': m.accounts_error_too_long,
	'motdepasse.password-too-common': m.accounts_error_too_common,
	'motdepasse.password-own-number': m.accounts_error_own_number,
	'repetition.different': m.accounts_error_repeat
};

/**
 * What went wrong, in the reader's language, by field; `form` for what belongs to none.
 * @param notRecognised the sentence for a refused try: it differs from door to door, never by its reason
 */
export function doorErrors(
	form: FormOutcome | null | undefined,
	notRecognised: () => string
): Record<string, string> {
	switch (form?.outcome) {
		case 'invalid':
			return Object.fromEntries(
				Object.entries(form.errors).map(([field, fault]) => [field, fieldText(field, fault)])
			);
		case 'rule':
			return {
				form:
					form.rule === 'activation-ended' ? m.accounts_error_activation_ended() : notRecognised()
			};
		case 'throttled':
			return { form: waitText(form.retryAfterSeconds) };
		default:
			return {};
	}
}

function fieldText(field: string, fault: string | undefined): string {
	return FIELD_TEXTS[`${field}.${fault}`]?.() ?? m.accounts_error_password_empty();
}

/** A few seconds mean that the service is busy; anything longer, that too many tries were wrong. */
function waitText(seconds: number): string {
	const sentence = seconds < 10 ? m.accounts_error_busy : m.accounts_error_wait;
	return sentence({ duration: inWords(seconds) });
}

/** "8 minutes", "15 heures": rounded up, so that the door is open when the person comes back. */
function inWords(seconds: number): string {
	const words = new Intl.DurationFormat(`${getLocale()}-u-nu-latn`, { style: 'long' });
	if (seconds < 60) return words.format({ seconds });
	if (seconds < 3600) return words.format({ minutes: Math.ceil(seconds / 60) });
	return words.format({ hours: Math.ceil(seconds / 3600) });
}
