import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import * as m from '$lib/paraglide/messages.js';
import { doorErrors } from '../door-texts.ts';

const FIELDS: Readonly<Record<string, () => string>> = {
	contact: m.helpers_error_contact,
	famille: m.helpers_error_family,
	nom: m.helpers_error_own_name
};

/** What went wrong at a helper's door: the fields that only they have, and the rest as at every door. */
export function helperDoorErrors(
	form: FormOutcome | null | undefined,
	notRecognised: () => string
): Record<string, string> {
	const errors = doorErrors(form, notRecognised);
	return Object.fromEntries(
		Object.entries(errors).map(([field, text]) => [field, FIELDS[field]?.() ?? text])
	);
}
