import * as m from '$lib/paraglide/messages.js';

const RULES: Readonly<Record<string, () => string>> = {
	'renewal-not-open': m.renewal_error_not_open,
	'renewal-too-late': m.renewal_error_late,
	'renewal-not-live': m.change_error_not_live,
	'renewal-confirmed': m.renewal_error_confirmed
};

/** Why the renewal was refused, in the language of the page. */
export const renewalRule = (rule: string) => (RULES[rule] ?? m.change_error_other)();
