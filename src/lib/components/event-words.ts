import * as m from '$lib/paraglide/messages.js';
import type { EntryGroup, Teller } from '../domain/applications/entered-events.ts';
import type { KeptDetail } from '../domain/applications/event-details.ts';
import type { EventKind } from '../domain/applications/event-kinds.ts';
import { isDiscreet } from '../domain/applications/flags.ts';
import { fieldsOf, type DetailField } from '../domain/applications/read-detail.ts';
import { dateInWords, eurosInWords } from '../domain/words.ts';
import { codeLabel } from './code-label.ts';

// Which key is only known at run time, so the typed functions are looked up by name.
const words = m as unknown as Readonly<Record<string, (() => string) | undefined>>;
const word = (key: string) => (Object.hasOwn(words, key) ? words[key]?.() : undefined);

export type EventFact = { term: string; value: string };

/** What a fact of an event is called: "Motif", "Répondre avant le". */
export const fieldName = (name: string) => word(`life_field_${name}`) ?? name;

/** The words of a code that an event states. */
export function choiceWords(list: string, code: string): string {
	if (list === 'housing_type') return codeLabel('housing_type', code);
	return word(`life_${list}_${code}`) ?? code;
}

/** What an event means for the person, in a sentence or two; most speak for themselves. */
export const aboutEvent = (kind: EventKind) => word(`life_about_${kind}`) ?? null;

/** What an event states, as lines to read, in the order of the table. Texts that a person wrote stay as they are. */
export function eventFacts(kind: EventKind, detail: KeptDetail, locale: string): EventFact[] {
	return fieldsOf(kind).flatMap((field) => {
		const value = detail[field.name];
		if (value === undefined || value === null || value === '') return [];
		if (field.discreet && isDiscreet(String(value))) return [];
		return [{ term: fieldName(field.name), value: valueWords(field, value, locale) }];
	});
}

function valueWords(
	{ control, list, name }: DetailField,
	value: string | number | boolean,
	locale: string
): string {
	switch (control) {
		case 'day':
			return dateInWords(Temporal.PlainDate.from(String(value)), locale);
		case 'euros':
			return m.life_a_month({ amount: eurosInWords(Number(value), locale) });
		case 'choice':
			return choiceWords(list ?? '', String(value));
		case 'flag':
			return value === true ? m.space_yes() : m.space_no();
		case 'whole':
			return name === 'surface' ? m.life_square_metres({ count: Number(value) }) : String(value);
		case 'line':
		case 'prose':
			return String(value);
	}
}

type Prefixed<Prefix extends string, Code extends string> = Record<
	`${Prefix}${Code}`,
	() => string
>;

const groups: Prefixed<'life_group_', EntryGroup> = m;
const tellers: Prefixed<'life_teller_', Teller> = m;

/** Headings under which a counter finds what it may enter. */
export const entryGroup = (group: EntryGroup) => groups[`life_group_${group}`]();

/** Who told the counter. */
export const tellerName = (teller: Teller) => tellers[`life_teller_${teller}`]();

/** What is wrong with what was typed of an event, and what to do. */
export const detailError = (rule: string) =>
	word(`life_rule_${rule.replaceAll('-', '_')}`) ?? m.life_rule_other();
