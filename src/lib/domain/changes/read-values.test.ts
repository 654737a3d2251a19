import { describe, expect, test } from 'vitest';
import { fieldRule } from './fields.ts';
import {
	CHANGE_KINDS,
	CHANGE_RULES,
	fieldsOf,
	kindOfSlug,
	kindsOfSection,
	SECTIONS
} from './kinds.ts';
import { readValues } from './read-values.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const context = { today, communes: ['06004', '06152'] };
const read = (kind: (typeof CHANGE_KINDS)[number], typed: Record<string, string | string[]>) =>
	readValues(
		fieldsOf(kind, 2026),
		new Map(Object.entries(typed).map(([name, value]) => [name, [value].flat()])),
		context
	);

describe('a form of a change', () => {
	test('gives back clean values: days, amounts, codes', () => {
		expect(
			read('housing', {
				depuis: ' 1/9/2026 ',
				occupation: 'LP',
				loyer: '1 080,50 €',
				surface: '٣٨ m²',
				proprietaire: 'non'
			})
		).toEqual({
			values: {
				since: '2026-09-01',
				model: 'LP',
				rentCents: '108050',
				occupants: '',
				category: '',
				type: '',
				surfaceM2: '38',
				owner: 'non'
			},
			faults: {}
		});
	});

	test('says every fault at once', () => {
		expect(
			read('address', {
				depuis: '2026-11-24',
				adresse: '',
				'code-postal': '6600',
				commune: '75056'
			}).faults
		).toEqual({
			since: 'ahead',
			addressLine: 'required',
			postcode: 'shape',
			addressCommune: 'unknown'
		});
		expect(read('birth', { prenom: 'a'.repeat(81), naissance: '31/02/2026' }).faults).toEqual({
			firstName: 'too-long',
			lastName: 'required',
			birthDate: 'shape',
			sex: 'required'
		});
	});

	test('asks for the name of a commune that is elsewhere', () => {
		const typed = {
			depuis: '2026-11-01',
			adresse: '1 rue Inventée',
			'code-postal': '06400',
			commune: 'autre'
		};
		expect(read('address', typed).faults).toEqual({ otherCommune: 'required' });
		expect(read('address', { ...typed, 'autre-commune': 'Cannes' }).faults).toEqual({});
	});

	test('takes a birth ahead, not one long past nor too far', () => {
		const due = (prevue: string) => read('pregnancy', { nombre: '1', prevue }).faults;
		expect(due('2027-03-01')).toEqual({});
		expect(due('2026-11-20')).toEqual({});
		expect(due('2026-09-01')).toEqual({ expectedOn: 'long-ago' });
		expect(due('2027-12-01')).toEqual({ expectedOn: 'ahead' });
	});

	test('keeps to the codes that make sense', () => {
		expect(read('separation', { depuis: '2026-10-01', situation: 'M' }).faults).toEqual({
			familySituation: 'unknown'
		});
		expect(read('separation', { depuis: '2026-10-01', situation: 'S' }).faults).toEqual({});
		expect(read('work', { depuis: '2026-10-01', contrat: 'ABC' }).faults).toEqual({
			contract: 'unknown'
		});
	});

	test('takes telephone and e-mail in one shape', () => {
		expect(read('contact', { telephone: '06 12 34 56 78', email: 'A@B.fr' }).values).toEqual({
			phone: '+33612345678',
			email: 'a@b.fr'
		});
		expect(read('contact', { telephone: '0899123456', email: 'a@b' }).faults).toEqual({
			phone: 'shape',
			email: 'shape'
		});
	});

	test('takes several communes and types, in their order, each once', () => {
		const wanted = { tailles: ['T3', 'T2', 'T3'], communes: ['06152', '06004'], elargie: 'oui' };
		expect(read('wanted', wanted).values).toEqual({
			types: ['T3', 'T2'],
			communes: ['06152', '06004'],
			enlargedSearch: 'oui'
		});
		expect(read('wanted', { elargie: 'oui' }).faults).toEqual({
			types: 'required',
			communes: 'required'
		});
	});

	test('asks for the tax incomes of the two years that the register wants', () => {
		expect(fieldsOf('tax', 2026).optional).toEqual(['tax.2024', 'tax.2025']);
		expect(read('tax', { 'impot-2024': '19 850' }).values['tax.2024']).toBe('1985000');
	});
});

test('every kind has an address of its own, a section, and fields that exist', () => {
	for (const kind of CHANGE_KINDS) {
		expect(kindOfSlug(CHANGE_RULES[kind].slug)).toBe(kind);
		const { required, optional } = fieldsOf(kind, 2026);
		const inputs = [...required, ...optional].map((name) => fieldRule(name).input);
		expect(new Set(inputs).size).toBe(inputs.length);
	}
	expect(SECTIONS.flatMap(kindsOfSection).sort()).toEqual([...CHANGE_KINDS].sort());
});
