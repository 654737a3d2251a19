import { describe, expect, test } from 'vitest';
import {
	BLOCKS,
	FACT_CODES,
	FACT_RULES,
	factOfSlug,
	factsOf,
	factText,
	fieldsOfFact,
	isLocked,
	readFactText,
	type Role
} from './facts.ts';
import { fieldRule } from './fields.ts';

const ROLES: readonly Role[] = ['applicant', 'coapplicant', 'dependant', 'in_custody', 'unborn'];

describe('the facts of a request', () => {
	test('the register locks the identity and family situation of those who hold the lease', () => {
		const locked = FACT_CODES.filter((fact) => isLocked(fact, 'applicant'));
		expect(locked).toEqual([
			'civility',
			'lastName',
			'birthName',
			'firstName',
			'birthDate',
			'nationality',
			'familySituation'
		]);
		expect(FACT_CODES.filter((fact) => isLocked(fact, 'coapplicant'))).toEqual(locked);
		for (const role of ['dependant', 'in_custody', 'unborn', null] as const)
			expect(FACT_CODES.filter((fact) => isLocked(fact, role))).toEqual([]);
	});

	test('each is in one block, asked of somebody or of the request, and found again by its address', () => {
		const asked = [...ROLES, null].flatMap((role) =>
			BLOCKS.flatMap((block) => factsOf(block, role))
		);
		expect(new Set(asked)).toEqual(new Set(FACT_CODES));
		for (const fact of FACT_CODES) expect(factOfSlug(FACT_RULES[fact].slug)).toBe(fact);
		expect(factOfSlug('nulle-part')).toBeUndefined();
	});

	test('a child has no telephone and no employer; a request as a whole has a home and wishes', () => {
		expect(factsOf('people', 'dependant')).toEqual([
			'lastName',
			'firstName',
			'birthDate',
			'sex',
			'kinship'
		]);
		expect(factsOf('work', 'dependant')).toEqual([]);
		expect(factsOf('wanted', null)).toEqual(['types', 'communes', 'enlarged']);
		expect(factsOf('wanted', 'applicant')).toEqual([]);
	});

	test('the form of a correction asks for the fact alone', () => {
		const key = { personId: 'p', item: null };
		expect(fieldsOfFact({ ...key, fact: 'phone' })).toMatchObject({ optional: ['phone'] });
		expect(fieldsOfFact({ ...key, fact: 'birthDate' }).required).toEqual(['birthDate']);
		expect(fieldsOfFact({ ...key, fact: 'tax', item: '2024' }).required).toEqual(['tax.2024']);
		expect(fieldsOfFact({ ...key, fact: 'resource', item: 'paid.PAV' }).required).toEqual([
			'paid.PAV'
		]);
		for (const fact of FACT_CODES)
			for (const name of FACT_RULES[fact].fields)
				expect(fieldRule(name).input).toMatch(/^[a-z-]+$/);
	});

	test('is kept as one text and read again; another text is no fact', () => {
		for (const key of [
			{ fact: 'rent', personId: null, item: null },
			{ fact: 'tax', personId: 'p-1', item: '2024' },
			{ fact: 'resource', personId: 'p-1', item: 'received.SAL' }
		] as const)
			expect(readFactText(factText(key))).toEqual(key);
		expect(readFactText('constructor::')).toBeNull();
		expect(readFactText('')).toBeNull();
	});
});
