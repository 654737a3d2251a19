import type { ProposalKind } from '$lib/domain/changes/kinds.ts';
import type { ProposalAction, ProposalState } from '$lib/domain/changes/states.ts';
import * as m from '$lib/paraglide/messages.js';

const kinds: Record<`changes_kind_${ProposalKind}`, () => string> = m;
const states: Record<`changes_agent_state_${ProposalState}`, () => string> = m;
const steps: Record<`changes_agent_step_${ProposalAction}`, () => string> = m;

/** What a change is, as an agent calls it. */
export const agentKind = (kind: ProposalKind) => kinds[`changes_kind_${kind}`]();
/** The state of a proposal as an agent reads it: what is to be done. */
export const agentState = (state: ProposalState) => states[`changes_agent_state_${state}`]();
export const agentStep = (action: ProposalAction) => steps[`changes_agent_step_${action}`]();

const RULES: Readonly<Record<string, { field: string; text: () => string }>> = {
	'proposal-edited-meanwhile': { field: 'form', text: m.changes_agent_error_edited },
	'proposal-taken-by-another': { field: 'form', text: m.changes_agent_error_taken },
	'subject-gone': { field: 'form', text: m.changes_agent_error_gone },
	'forbidden-transition': { field: 'form', text: m.changes_agent_error_struck },
	'entered-in-future': { field: 'saisi', text: m.changes_agent_error_future },
	'entered-before-asked': { field: 'saisi', text: m.changes_agent_error_before },
	'entered-day-unreadable': { field: 'saisi', text: m.changes_agent_error_day },
	'answer-missing': { field: 'reponse', text: m.changes_agent_error_answer },
	'answer-too-long': { field: 'reponse', text: m.changes_agent_error_long }
};

/** Why it was refused, by field; `form` for what belongs to none. */
export function agentErrors(rule: string | undefined): Record<string, string> {
	if (!rule) return {};
	const said = RULES[rule];
	return said ? { [said.field]: said.text() } : { form: m.changes_agent_error_other() };
}
