import { error } from '@sveltejs/kit';
import { faultWords } from '$lib/components/change-words.ts';
import { fieldRule, type FieldName } from '$lib/domain/changes/fields.ts';
import type { FormFields } from '$lib/domain/changes/kinds.ts';
import type { ReadValues } from '$lib/domain/changes/read-values.ts';

/** Longest text of any field, with room to spare: beyond, it is not one of our forms. */
const LONGEST = 5_000;

/**
 * What a form of a change sends, by the names of its fields; several values of one name are several answers.
 * @param others names that the form has beside the fields
 * @throws error 400 for a name it has not, and for a file
 */
export function readTyped(data: FormData, fields: FormFields, others: readonly string[]) {
	const names = [...fields.required, ...fields.optional].map((name) => fieldRule(name).input);
	const typed = new Map<string, string[]>();
	for (const [name, value] of data) {
		const isOurs = names.includes(name) || others.includes(name);
		if (!isOurs || typeof value !== 'string' || value.length > LONGEST) error(400);
		typed.set(name, [...(typed.get(name) ?? []), value]);
	}
	return typed;
}

/** What was typed, to be shown again; the codes of a list are separated by spaces. */
export function typedAgain(typed: ReadonlyMap<string, readonly string[]>): Record<string, string> {
	return Object.fromEntries([...typed].map(([name, values]) => [name, values.join(' ')]));
}

/** What is wrong, by the names of the fields, in the language of the page. */
export function faultsInWords(faults: ReadValues['faults']): Record<string, string> {
	return Object.fromEntries(
		Object.entries(faults).map(([name, fault]) => {
			const rule = fieldRule(name as FieldName);
			return [rule.input, faultWords(fault!, rule.type, rule.ahead)];
		})
	);
}

/** One text of the form; '' when it was not sent. */
export const textOf = (typed: ReadonlyMap<string, readonly string[]>, name: string): string =>
	typed.get(name)?.[0] ?? '';
