import * as m from '$lib/paraglide/messages.js';

const words: Record<string, () => string> = {
	'grid-published': m.score_edit_rule_published,
	'grid-empty': m.score_edit_rule_empty,
	'grid-source-missing': m.score_edit_rule_source,
	'grid-title-missing': m.score_edit_rule_title,
	'grid-starts-in-past': m.score_edit_rule_past,
	'grid-start-taken': m.score_edit_rule_taken,
	date: m.figures_refused_date,
	'criterion-codes': m.score_edit_rule_codes,
	'criterion-not-countable': m.score_edit_rule_countable,
	'criterion-code-taken': m.score_edit_rule_code_taken,
	'criterion-proof-unknown': m.score_edit_rule_proof,
	'too-many-criteria': m.score_edit_rule_too_many
};

/** Why a grid or a criterion was not written, and what to do. */
export const ruleWords = (rule: string) => (words[rule] ?? m.score_edit_rule_field)();
