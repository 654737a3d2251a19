import * as m from '$lib/paraglide/messages.js';

const ERRORS: Readonly<Record<string, readonly [field: string, text: () => string]>> = {
	'recognition-situation': ['situation', m.score_agent_error_kind],
	'recognition-depuis': ['depuis', m.score_agent_error_since],
	'recognition-in-the-future': ['depuis', m.score_agent_error_since],
	'recognition-organisme': ['organisme', m.score_agent_error_author],
	'recognition-author-missing': ['organisme', m.score_agent_error_author]
};

/** What to write again, by field. */
export function recognitionErrors(rule: string): Record<string, string> {
	const [field, text] = ERRORS[rule] ?? ['form', m.score_agent_error_kind];
	return { [field]: text() };
}
