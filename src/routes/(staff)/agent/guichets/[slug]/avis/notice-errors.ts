import * as m from '$lib/paraglide/messages.js';

type Error = { field: string; words: () => string };

/** Which field a broken rule is about, and what to do. */
const RULES: Readonly<Record<string, Error>> = {
	'notice-kind': { field: 'kind', words: m.openings_notices_error_kind },
	'notice-day': { field: 'fromDay', words: m.openings_notices_error_day },
	'notice-empty': { field: 'words', words: m.openings_notices_error_empty },
	'notice-too-long': { field: 'words', words: m.openings_notices_error_long },
	'notice-backwards': { field: 'untilDay', words: m.openings_notices_error_backwards },
	'notice-past': { field: 'untilDay', words: m.openings_notices_error_past },
	'notice-too-many-days': { field: 'untilDay', words: m.openings_notices_error_many }
};

/** The sentences for the form, by field. A rule that stands at `form` goes to the field it is about. */
export function noticeErrors(rules: Readonly<Record<string, string>>): Record<string, string> {
	const entries = Object.entries(rules).flatMap(([field, rule]) => {
		const known = RULES[rule];
		if (!known) return [];
		return [[field === 'form' ? known.field : field, known.words()] as const];
	});
	return Object.fromEntries(entries);
}
