import {
	communeWords,
	factLabel,
	valueWords,
	type CommuneNames
} from '$lib/components/fact-words.ts';
import { saidOn } from '$lib/components/said.ts';
import {
	FACT_RULES,
	factsOf,
	factText,
	fieldsOfFact,
	isLocked,
	type Block,
	type FactCode,
	type FactKey
} from '$lib/domain/changes/facts.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { RegisteredFacts } from '$lib/server/applications/registered-facts.ts';
import { currentValues } from '$lib/server/changes/current-values.ts';
import * as m from '$lib/paraglide/messages.js';

type Person = RegisteredFacts['household'][number];
type Said = Pick<Person, 'origin' | 'statedOn'>;

/** What words need beside the facts. */
export type Reading = {
	facts: RegisteredFacts;
	communes: CommuneNames;
	locale: string;
	/** Who said the last renewal, which is no column of the request. */
	renewal?: Said | null;
};

/** One fact as a line: what it is called, what is registered, who said it. */
export function factLine(reading: Reading, key: FactKey) {
	const { facts, locale } = reading;
	const person = facts.household.find(({ id }) => id === key.personId) ?? null;
	const said = key.fact === 'renewedOn' ? reading.renewal : saidOfFact(facts, key, person);
	return {
		subject: factText(key),
		slug: FACT_RULES[key.fact].slug,
		label: factLabel(key),
		value: valueOf(reading, key, person),
		said: said ? saidOn(said.origin, dateInWords(said.statedOn, locale)) : null,
		locked: isLocked(key.fact, person?.role ?? null)
	};
}

export type FactLine = ReturnType<typeof factLine>;

/** The facts of a block, of a person or (null) of the whole request; an amount is a line of its own. */
export function keysOf(facts: RegisteredFacts, block: Block, person: Person | null): FactKey[] {
	return factsOf(block, person?.role ?? null).flatMap((fact): FactKey[] => {
		const personId = person?.id ?? null;
		const items = itemsOf(facts, fact, personId);
		if (items === null) return [{ fact, personId, item: null }];
		return items.map((item) => ({ fact, personId, item }));
	});
}

/** The amounts of a person, in their order; null for a fact that is not a list of amounts. */
export function itemsOf(
	{ incomes, resources }: RegisteredFacts,
	fact: FactCode,
	personId: string | null
): string[] | null {
	const mine = (line: { personId: string }) => line.personId === personId;
	if (fact === 'tax') return incomes.filter(mine).map(({ year }) => String(year));
	if (fact !== 'resource') return null;
	return resources.filter(mine).map(({ direction, code }) => `${direction}.${code}`);
}

function valueOf(reading: Reading, key: FactKey, person: Person | null): string {
	const { facts, communes, locale } = reading;
	const { application } = facts;
	switch (key.fact) {
		case 'filedOn':
			return dateInWords(application.filedOn, locale);
		case 'renewedOn':
			return application.renewedOn ? dateInWords(application.renewedOn, locale) : '';
		case 'registeringCode':
			return application.registeringCode ?? '';
		case 'address':
			return place(person?.addressLine, person?.postcode, person?.addressCommune, communes);
		case 'workplace':
			return place(null, person?.workPostcode, person?.workCommune, communes);
		case 'expected':
			return person ? expected(person, locale) : '';
	}
	const { required, optional } = fieldsOfFact(key);
	const [name] = [...required, ...optional];
	if (!name) return '';
	const values = currentValues(facts, [name], key.personId);
	const words = valueWords(name, values[name], communes, locale);
	// A resource is there even when nobody wrote how much.
	return words || (key.fact === 'resource' ? m.space_fact_amount_unknown() : '');
}

/** "12 rue des Exemples, 06600 Antibes" */
export function place(
	line: string | null | undefined,
	postcode: string | null | undefined,
	insee: string | null | undefined,
	communes: CommuneNames
): string {
	const town = insee ? communeWords(insee, communes) : '';
	return [line, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

function expected({ expectedCount, expectedOn }: Person, locale: string): string {
	const day = expectedOn ? dateInWords(expectedOn, locale) : m.fact_unborn_day_unknown();
	const count = expectedCount ?? 1;
	return count === 1 ? m.fact_unborn_value_one({ day }) : m.fact_unborn_value({ count, day });
}

/** Who said this very fact: a counter that entered it since, else whoever said its row. */
function saidOfFact(facts: RegisteredFacts, key: FactKey, person: Person | null): Said | null {
	const { fields } = FACT_RULES[key.fact] as { fields: readonly string[] };
	const subject =
		key.personId ?? (FACT_RULES[key.fact].block === 'housing' ? 'housing' : 'request');
	const since = facts.stated.filter(
		(line) => line.subject === subject && fields.includes(line.fact)
	);
	const latest = since.sort((a, b) => Temporal.PlainDate.compare(b.statedOn, a.statedOn))[0];
	return latest ?? rowOf(facts, key, person);
}

function rowOf(facts: RegisteredFacts, key: FactKey, person: Person | null): Said | null {
	const { application, housing, incomes, resources } = facts;
	const mine = (line: { personId: string }) => line.personId === key.personId;
	switch (key.fact) {
		case 'tax':
			return incomes.find((line) => mine(line) && String(line.year) === key.item) ?? null;
		case 'resource':
			return (
				resources.find((line) => mine(line) && `${line.direction}.${line.code}` === key.item) ??
				null
			);
		case 'motives':
			return housing.motives[0] ?? null;
		case 'types':
			return housing.types[0] ?? null;
		case 'communes':
			return housing.communes[0] ?? null;
	}
	if (FACT_RULES[key.fact].block === 'housing') return housing.current;
	return person ?? application;
}
