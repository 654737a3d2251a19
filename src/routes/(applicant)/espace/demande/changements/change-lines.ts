import { fieldLabel, valueWords } from '$lib/components/fact-words.ts';
import { fieldRule, type FieldName } from '$lib/domain/changes/fields.ts';
import { fieldsOfFact, readFactText } from '$lib/domain/changes/facts.ts';
import { CHANGE_RULES, fieldsOf } from '$lib/domain/changes/kinds.ts';
import { OTHER_COMMUNE, type Value, type Values } from '$lib/domain/changes/read-values.ts';
import { isOpen } from '$lib/domain/changes/states.ts';
import { currentValues } from '$lib/server/changes/current-values.ts';
import type { ProposalView } from '$lib/server/changes/queries.ts';
import type { Reading } from '../fact-lines.ts';

type Asked = Pick<ProposalView, 'kind' | 'subject' | 'state' | 'values' | 'before'>;

/**
 * What was asked, field by field, beside what is registered: today while it is open, then as it was when it was asked.
 * Fields left empty that had no value are left out; so are those of a form that came back as it was filled in.
 */
export function changeLines(reading: Reading, asked: Asked) {
	const { communes, locale } = reading;
	const names = inFormOrder(asked);
	const before = beforeOf(reading, asked, names);
	const words = (name: FieldName, value: Value | undefined) =>
		valueWords(name, value, communes, locale);
	return names
		.filter((name) => name !== 'otherCommune')
		.map((name) => {
			const value = asked.values[name];
			const elsewhere = value === OTHER_COMMUNE ? String(asked.values['otherCommune'] ?? '') : '';
			const hasBefore = name in before;
			return {
				name,
				label: fieldLabel(name),
				/** Null where nothing is registered under this name: somebody new, a word to the counter. */
				before: hasBefore ? words(name, before[name]) : null,
				after: elsewhere || words(name, value),
				code: codeOf(name, value),
				changed: !hasBefore || JSON.stringify(before[name]) !== JSON.stringify(value),
				isWord: fieldRule(name).place === 'none'
			};
		})
		.filter(({ before: old, after }) => after !== '' || Boolean(old));
}

export type ChangeLine = ReturnType<typeof changeLines>[number];

/** In the order of the form; PostgreSQL keeps the names of a jsonb in its own. */
function inFormOrder({ kind, subject, values }: Asked): FieldName[] {
	const key = kind === 'rectification' ? readFactText(subject) : null;
	const fields = kind === 'rectification' ? key && fieldsOfFact(key) : fieldsOf(kind, 0);
	const order = fields ? [...fields.required, ...fields.optional] : [];
	const rank = (name: FieldName) => {
		const at = order.indexOf(name);
		return at === -1 ? order.length : at;
	};
	return (Object.keys(values) as FieldName[]).sort((a, b) => rank(a) - rank(b));
}

/** The person a proposal is about, as the household knows them. */
export function personOf({ facts }: Reading, { kind, subject }: Pick<Asked, 'kind' | 'subject'>) {
	const id = kind === 'rectification' ? readFactText(subject)?.personId : subject;
	return facts.household.find((person) => person.id === id) ?? null;
}

function beforeOf(reading: Reading, asked: Asked, names: readonly FieldName[]): Values {
	const isSet = asked.kind === 'rectification' || CHANGE_RULES[asked.kind].effect === 'set';
	if (!isSet) return {};
	if (!isOpen(asked.state)) return asked.before;
	return currentValues(reading.facts, names, personOf(reading, asked)?.id ?? null);
}

/** As the register writes it: what the agent chooses in its lists. */
function codeOf(name: FieldName, value: Value | undefined): string {
	const { type } = fieldRule(name);
	const isCode = type === 'code' || type === 'codes' || type === 'commune' || type === 'communes';
	const [kind, code] = name.split('.');
	if (kind === 'received' || kind === 'paid') return code ?? '';
	if (!isCode || name === 'leaveReason') return '';
	return [value ?? '']
		.flat()
		.filter((each) => each !== '' && each !== OTHER_COMMUNE)
		.join(', ');
}
