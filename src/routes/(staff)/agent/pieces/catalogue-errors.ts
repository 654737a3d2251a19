import * as m from '$lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, () => string>> = {
	'french-missing': m.review_error_french,
	'too-long': m.review_error_long,
	'choice-missing': m.review_error_choice,
	'reason-exists': m.review_error_reason_exists,
	'source-missing': m.catalogue_error_source,
	'kind-exists': m.catalogue_error_exists,
	'kind-needed': m.catalogue_error_needed
};

/** What is wrong with what the head of service typed, by field; a rule without words is a form that is not ours. */
export function catalogueErrors(
	errors: Readonly<Record<string, string>> | null | undefined
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(errors ?? {}).map(([field, rule]) => [
			field,
			(WORDS[rule] ?? m.review_error_unknown)()
		])
	);
}
