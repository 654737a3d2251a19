import type { FactKind } from '$lib/domain/counters/facts.ts';
import * as m from '$lib/paraglide/messages.js';

const TERMS: Readonly<Record<FactKind, () => string>> = {
	existence: m.portal_fact_existence,
	address: m.portal_fact_address,
	phone: m.portal_fact_phone,
	email: m.portal_fact_email,
	hours: m.portal_fact_hours,
	service_level: m.portal_fact_service_level,
	step_free: m.portal_fact_step_free,
	languages: m.portal_fact_languages
};

/** What the fact is called, as the public reads it. */
export const factTerm = (kind: FactKind) => TERMS[kind]();

const VALUES: Readonly<Record<string, () => string>> = {
	yes: m.portal_fact_yes,
	partly: m.portal_fact_partly,
	no: m.portal_fact_no
};

/** The words of a closed value. */
export const factValue = (value: string) => VALUES[value]?.() ?? value;

/** What is wrong with what was typed, and what to do. */
export function factError(kind: FactKind, rule: string | undefined): string | null {
	if (rule === undefined) return null;
	if (rule === 'counter-fact-confirmed-without-value') return m.agent_fact_error_empty();
	if (rule === 'counter-fact-too-long') return m.agent_fact_error_long();
	if (kind === 'phone') return m.agent_fact_error_phone();
	return kind === 'email' ? m.agent_fact_error_email() : m.agent_fact_error_choice();
}
