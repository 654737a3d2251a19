import { phoneInWords } from '../domain/appointments/visitor-phone.ts';
import type { FactCode, FactKey } from '../domain/changes/facts.ts';
import { fieldRule, type FIELDS, type FieldName } from '../domain/changes/fields.ts';
import { OTHER_COMMUNE, type Value } from '../domain/changes/read-values.ts';
import { dateInWords, eurosInWords } from '../domain/words.ts';
import * as m from '../paraglide/messages.js';
import { codeLabel } from './code-label.ts';

type Word = () => string;

/** What a field of a form asks. */
const FIELD_LABELS: Readonly<Record<keyof typeof FIELDS, Word>> = {
	civility: m.fact_civility,
	lastName: m.fact_last_name,
	birthName: m.agent_fact_birth_name,
	firstName: m.fact_first_name,
	birthDate: m.space_fact_birth_date,
	sex: m.fact_sex,
	nationality: m.agent_fact_nationality,
	familySituation: m.space_fact_family,
	linkToApplicant: m.agent_fact_link,
	kinship: m.agent_fact_kinship,
	custody: m.agent_fact_custody,
	phone: m.space_fact_phone,
	email: m.space_fact_email,
	addressLine: m.fact_address_line,
	postcode: m.fact_postcode,
	addressCommune: m.fact_commune,
	otherCommune: m.fact_other_commune,
	profession: m.agent_fact_profession,
	contract: m.fact_contract,
	employer: m.agent_fact_employer,
	workPostcode: m.fact_work_postcode,
	workCommune: m.fact_work_commune,
	expectedCount: m.agent_fact_expected_count,
	expectedOn: m.space_fact_expected,
	model: m.space_fact_housing_kind,
	rentCents: m.space_fact_rent,
	occupants: m.space_fact_occupants,
	category: m.fact_category,
	type: m.fact_size,
	surfaceM2: m.space_fact_surface,
	owner: m.fact_owner,
	types: m.space_fact_types,
	communes: m.space_fact_communes,
	enlargedSearch: m.space_fact_enlarged,
	motives: m.space_fact_motives,
	since: m.fact_since,
	leaveReason: m.fact_leave_reason,
	rightText: m.fact_right_text,
	note: m.fact_note
};

/** What a fact of the request is called. */
const FACT_LABELS: Readonly<Record<Exclude<FactCode, 'tax' | 'resource'>, Word>> = {
	filedOn: m.space_fact_filed,
	renewedOn: m.space_fact_renewed,
	registeringCode: m.fact_registering_code,
	civility: m.fact_civility,
	lastName: m.fact_last_name,
	birthName: m.agent_fact_birth_name,
	firstName: m.fact_first_name,
	birthDate: m.space_fact_birth_date,
	sex: m.fact_sex,
	nationality: m.agent_fact_nationality,
	familySituation: m.space_fact_family,
	linkToApplicant: m.agent_fact_link,
	kinship: m.agent_fact_kinship,
	custody: m.agent_fact_custody,
	expected: m.fact_unborn,
	address: m.space_fact_address,
	phone: m.space_fact_phone,
	email: m.space_fact_email,
	contract: m.fact_contract,
	profession: m.agent_fact_profession,
	employer: m.agent_fact_employer,
	workplace: m.fact_workplace,
	model: m.space_fact_housing_kind,
	category: m.fact_category,
	type: m.fact_size,
	rent: m.space_fact_rent,
	occupants: m.space_fact_occupants,
	surface: m.space_fact_surface,
	owner: m.fact_owner,
	motives: m.space_fact_motives,
	types: m.space_fact_types,
	communes: m.space_fact_communes,
	enlarged: m.space_fact_enlarged
};

/** What a field asks, in the language of the page. */
export function fieldLabel(name: FieldName): string {
	if (name in FIELD_LABELS) return FIELD_LABELS[name as keyof typeof FIELDS]();
	const [kind, code = ''] = name.split('.');
	if (kind === 'tax') return m.space_fact_tax({ year: code });
	return codeLabel(kind === 'paid' ? 'resource_paid' : 'resource_received', code);
}

/** What a fact is called; an amount by its year or its kind. */
export function factLabel({ fact, item }: Pick<FactKey, 'fact' | 'item'>): string {
	if (fact === 'tax' || fact === 'resource')
		return fieldLabel((fact === 'tax' ? `tax.${item}` : item) as FieldName);
	return FACT_LABELS[fact]();
}

/** The name of a commune of the territory; its code for one elsewhere. */
export type CommuneNames = ReadonlyMap<string, string>;

export function communeWords(insee: string, names: CommuneNames): string {
	if (insee === OTHER_COMMUNE) return m.fact_other_place();
	return names.get(insee) ?? m.space_fact_commune_outside({ insee });
}

/** A value as people read it; '' for none. */
export function valueWords(
	name: FieldName,
	value: Value | undefined,
	names: CommuneNames,
	locale: string
): string {
	const rule = fieldRule(name);
	const one = (text: string): string => {
		switch (rule.type) {
			case 'day':
				return dateInWords(Temporal.PlainDate.from(text), locale);
			case 'euros':
				return amountWords(name, text, locale);
			case 'code':
			case 'codes':
				return rule.list ? codeLabel(rule.list, text) : text;
			case 'commune':
			case 'communes':
				return communeWords(text, names);
			case 'phone':
				return phoneInWords(text);
			case 'yes_no':
				return text === 'oui' ? m.space_yes() : m.space_no();
			default:
				return name === 'surfaceM2' ? m.fact_surface_value({ surface: text }) : text;
		}
	};
	return [value ?? ''].flat().filter(Boolean).map(one).join(', ');
}

/** A year's income is an amount; the others come every month. */
function amountWords(name: FieldName, cents: string, locale: string): string {
	const amount = eurosInWords(Number(cents), locale);
	return name.startsWith('tax.') ? amount : m.space_fact_monthly({ amount });
}
