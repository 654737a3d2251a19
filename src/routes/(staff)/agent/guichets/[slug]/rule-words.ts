import * as m from '$lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, () => string>> = {
	'ends-before-start': m.openings_e_ends_before_start,
	'weekday-missing': m.openings_e_weekday_missing,
	'day-missing': m.openings_e_day_missing,
	'day-unreadable': m.openings_e_day_unreadable,
	'day-is-past': m.openings_e_day_is_past,
	'first-day-missing': m.openings_e_first_day_missing,
	'days-reversed': m.openings_e_days_reversed,
	'desk-missing': m.openings_e_desk_missing,
	'motive-missing': m.openings_e_motive_missing,
	'time-missing': m.openings_e_time_missing,
	'hours-half-given': m.openings_e_hours_half_given,
	'number-wrong': m.openings_e_number_wrong,
	'too-long': m.openings_e_too_long,
	'kind-missing': m.openings_e_choice_missing,
	'audience-missing': m.openings_e_choice_missing,
	'choice-missing': m.openings_e_choice_missing,
	'channel-missing': m.openings_e_channel_missing,
	'bring-missing': m.openings_e_bring_missing,
	'desk-name-missing': m.openings_e_desk_name_missing,
	'desk-name-taken': m.openings_e_desk_name_taken
};

/** What is wrong, and what to do, by field; a rule without words of its own is a form that is not ours. */
export function ruleWords(
	errors: Readonly<Record<string, string>> | null | undefined
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(errors ?? {}).map(([field, rule]) => [
			field,
			(WORDS[rule] ?? m.openings_e_unknown)()
		])
	);
}
