import type { Block } from '../domain/changes/facts.ts';
import type { FieldType } from '../domain/changes/fields.ts';
import type { ChangeKind, ProposalKind, Section } from '../domain/changes/kinds.ts';
import type { FieldFault } from '../domain/changes/read-values.ts';
import type { ProposalAction, ProposalState } from '../domain/changes/states.ts';
import * as m from '../paraglide/messages.js';
import type { BadgeTone } from './tones.ts';

type Prefixed<Prefix extends string, Code extends string> = Record<
	`${Prefix}${Code}`,
	() => string
>;

const kinds: Prefixed<'change_kind_', ProposalKind> = m;
const effects: Prefixed<'change_effect_', ChangeKind> = m;
const sections: Prefixed<'change_section_', Section> = m;
const blocks: Prefixed<'fact_block_', Block> = m;
const states: Prefixed<'change_state_', ProposalState> = m;
const steps: Prefixed<'change_step_', ProposalAction> = m;

/** A change as the person says it: "I have a new address". */
export const kindTitle = (kind: ProposalKind) => kinds[`change_kind_${kind}`]();
/** What it changes for the request. */
export const kindEffect = (kind: ChangeKind) => effects[`change_effect_${kind}`]();
export const sectionTitle = (section: Section) => sections[`change_section_${section}`]();
/** A block of the form, with its number there. */
export const blockTitle = (block: Block) => blocks[`fact_block_${block}`]();
export const proposalState = (state: ProposalState) => states[`change_state_${state}`]();
/** A line of the trace, as the person who asked reads it. */
export const stepTitle = (action: ProposalAction) => steps[`change_step_${action}`]();

export const PROPOSAL_TONE: Readonly<Record<ProposalState, BadgeTone>> = {
	proposed: 'wait',
	being_entered: 'wait',
	entered: 'done',
	not_possible: 'todo',
	withdrawn: 'neutral'
};

const FAULTS: Readonly<Record<Exclude<FieldFault, 'shape' | 'ahead'>, () => string>> = {
	required: m.change_error_required,
	unknown: m.change_error_unknown,
	'too-long': m.change_error_long,
	'too-much': m.change_error_much,
	'long-ago': m.change_error_long_ago
};

const SHAPES: Partial<Record<FieldType, () => string>> = {
	day: m.change_error_shape_day,
	phone: m.change_error_shape_phone,
	email: m.change_error_shape_email,
	postcode: m.change_error_shape_postcode,
	euros: m.change_error_shape_amount,
	count: m.change_error_shape_count
};

/** What is wrong with a field and what to do, in the language of the page. */
export function faultWords(fault: FieldFault, type: FieldType, ahead = false): string {
	if (fault === 'shape') return (SHAPES[type] ?? m.change_error_shape)();
	if (fault === 'ahead') return ahead ? m.change_error_ahead_birth() : m.change_error_ahead();
	return FAULTS[fault]();
}

const RULES: Readonly<Record<string, () => string>> = {
	'nothing-changed': m.change_error_same,
	'request-not-live': m.change_error_not_live,
	'proposal-taken-up': m.change_taken_notice,
	'wrong-missing': m.wrong_error_missing,
	'wrong-too-long': m.wrong_error_long
};

/** Why the whole form was refused. */
export const ruleWords = (rule: string) => (RULES[rule] ?? m.change_error_other)();
