import * as m from '$lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, () => string>> = {
	'time-taken': m.reception_rule_time_taken,
	'time-not-offered': m.reception_rule_time_not_offered,
	'time-is-free': m.reception_rule_time_is_free,
	'already-booked': m.reception_rule_already_booked,
	'channel-not-offered': m.reception_rule_channel_not_offered,
	'phone-missing': m.reception_rule_phone_missing,
	'overbooking-reason-too-short': m.reception_rule_reason_short,
	'overbooking-reason-too-long': m.reception_rule_reason_long,
	'forbidden-transition': m.reception_rule_forbidden,
	'too-late-to-cancel': m.reception_rule_too_late,
	'expected-today': m.reception_rule_expected_today,
	'no-desk-today': m.reception_rule_no_desk,
	invalid: m.reception_rule_invalid
};

/** Why an act for a person was refused, and what to do next. */
export function ruleWords(rule: string): string {
	return (WORDS[rule] ?? m.reception_rule_other)();
}
