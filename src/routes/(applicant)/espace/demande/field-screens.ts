import { communeWords, fieldLabel } from '$lib/components/fact-words.ts';
import { codeLabel } from '$lib/components/code-label.ts';
import { phoneInWords } from '$lib/domain/appointments/visitor-phone.ts';
import { SNE_CODE_LISTS } from '$lib/domain/applications/codes.ts';
import {
	fieldRule,
	LEAVE_REASONS,
	type FieldName,
	type FieldRule
} from '$lib/domain/changes/fields.ts';
import type { FormFields } from '$lib/domain/changes/kinds.ts';
import { OTHER_COMMUNE, type Value, type Values } from '$lib/domain/changes/read-values.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Reading } from './fact-lines.ts';

type Option = { value: string; label: string };

const HINTS: Partial<Record<FieldName, () => string>> = {
	rentCents: m.change_hint_rent,
	surfaceM2: m.change_hint_surface,
	phone: m.change_hint_phone,
	email: m.change_hint_email,
	otherCommune: m.change_hint_other_commune,
	kinship: m.change_hint_kinship,
	custody: m.change_hint_custody,
	motives: m.change_hint_motives
};

/** The fields of a form as the page draws them, filled in with these values. */
export function fieldScreens(reading: Reading, fields: FormFields, values: Values) {
	return [...fields.required, ...fields.optional].map((name) => {
		const rule = fieldRule(name);
		const value = values[name] ?? '';
		return {
			name,
			input: rule.input,
			type: rule.type,
			ahead: rule.ahead ?? false,
			label: fieldLabel(name),
			hint: hintOf(name, rule),
			most: rule.most,
			required: fields.required.includes(name),
			value: Array.isArray(value) ? [...value] : asTyped(rule, String(value)),
			options: optionsOf(reading, name, rule, value, fields.choices[name])
		};
	});
}

export type FieldScreen = ReturnType<typeof fieldScreens>[number];

/** INSEE codes that may be chosen: the territory's, and those that the request already names. */
export function communesToChoose({ facts, communes }: Reading): string[] {
	const named = [
		...facts.housing.communes.map(({ insee }) => insee),
		...facts.household.flatMap(({ addressCommune, workCommune }) => [addressCommune, workCommune])
	];
	return [...new Set([...communes.keys(), ...named.filter((insee) => insee !== null)])];
}

function hintOf(name: FieldName, rule: FieldRule): string | undefined {
	if (rule.place === 'money')
		return name.startsWith('tax.') ? m.change_hint_year() : m.change_hint_amount();
	return HINTS[name]?.();
}

/** As one would type it: "1580,50", "06 12 34 56 78". */
function asTyped({ type }: FieldRule, value: string): string {
	if (value === '') return '';
	if (type === 'phone') return phoneInWords(value);
	if (type !== 'euros') return value;
	const cents = Number(value);
	return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',');
}

function optionsOf(
	reading: Reading,
	name: FieldName,
	rule: FieldRule,
	value: Value,
	choices: readonly string[] | undefined
): Option[] {
	if (rule.type === 'yes_no')
		return [
			{ value: 'oui', label: m.space_yes() },
			{ value: 'non', label: m.space_no() }
		];
	if (rule.type === 'commune' || rule.type === 'communes')
		return communeOptions(reading, name, value);
	const { list } = rule;
	if (!list) return [];
	const codes = choices ?? (list === 'leave_reason' ? LEAVE_REASONS : SNE_CODE_LISTS[list]);
	return codes.map((code) => ({ value: code, label: codeLabel(list, code) }));
}

/** Those chosen come first, in their order: a list of communes is a list of preferences. */
function communeOptions(reading: Reading, name: FieldName, value: Value): Option[] {
	const chosen = name === 'communes' ? [value].flat().filter(Boolean) : [];
	const others = communesToChoose(reading).filter((insee) => !chosen.includes(insee));
	const options = [...chosen, ...others].map((insee) => ({
		value: insee,
		label: communeWords(insee, reading.communes)
	}));
	const elsewhere = { value: OTHER_COMMUNE, label: m.fact_other_place() };
	return name === 'addressCommune' ? [...options, elsewhere] : options;
}
