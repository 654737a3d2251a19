import * as m from '$lib/paraglide/messages.js';
import type { VisitorField } from './read-walk-in.ts';

const WORDS: Readonly<Record<VisitorField, () => string>> = {
	nom: m.reception_walkin_error_name,
	prenom: m.reception_walkin_error_name,
	naissance: m.reception_walkin_error_birth_date,
	telephone: m.reception_walkin_error_phone,
	courriel: m.reception_walkin_error_email
};

/** What is wrong with each field, in words; null where nothing is. */
export function visitorErrors(
	wrong: Readonly<Record<string, string>>
): Record<VisitorField, string | null> {
	const say = (field: VisitorField) => (wrong[field] ? WORDS[field]() : null);
	return {
		nom: say('nom'),
		prenom: say('prenom'),
		naissance: say('naissance'),
		telephone: say('telephone'),
		courriel: say('courriel')
	};
}
