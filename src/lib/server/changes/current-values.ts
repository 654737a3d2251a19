import { fieldRule, type FieldName } from '../../domain/changes/fields.ts';
import type { Value, Values } from '../../domain/changes/read-values.ts';
import type { RegisteredFacts } from '../applications/registered-facts.ts';

/**
 * What is registered at this moment for these fields, in the form in which a proposal keeps them. Fields that say
 * something to the counter alone have no registered value and are left out.
 * @param personId whose fields they are; null for fields of the whole request
 */
export function currentValues(
	facts: RegisteredFacts,
	fields: readonly FieldName[],
	personId: string | null
): Values {
	const known = fields.filter((name) => fieldRule(name).place !== 'none');
	return Object.fromEntries(known.map((name) => [name, currentValue(facts, name, personId)]));
}

function currentValue(facts: RegisteredFacts, name: FieldName, personId: string | null): Value {
	const { housing } = facts;
	switch (fieldRule(name).place) {
		case 'person': {
			const person = facts.household.find(({ id }) => id === personId);
			return asText(person?.[name as keyof typeof person]);
		}
		case 'housing':
			return asText(housing.current?.[name as keyof typeof housing.current]);
		case 'request':
			return asText(facts.application.enlargedSearch);
		case 'motives':
			return housing.motives.map(({ code }) => code);
		case 'wanted':
			if (name === 'types') return housing.types.map(({ type }) => type);
			return housing.communes.map(({ insee }) => insee);
		case 'money':
			return amountOf(facts, name, personId);
		case 'none':
			return '';
	}
}

/** In euro cents; '' where no amount is known. */
function amountOf(facts: RegisteredFacts, name: string, personId: string | null): string {
	const [kind, code] = name.split('.');
	const mine = (line: { personId: string }) => line.personId === personId;
	if (kind === 'tax') {
		const income = facts.incomes.find((line) => mine(line) && String(line.year) === code);
		return income ? String(income.amountEuros * 100) : '';
	}
	const resource = facts.resources.find(
		(line) => mine(line) && line.direction === kind && line.code === code
	);
	return asText(resource?.monthlyCents);
}

function asText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'oui' : 'non';
	return String(value);
}
