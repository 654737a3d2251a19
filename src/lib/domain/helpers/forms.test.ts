import * as v from 'valibot';
import { expect, test } from 'vitest';
import { acceptanceForm, helperContact, namingForm } from './forms.ts';
import { isSameName } from './same-name.ts';

const NAMING = {
	nom: 'Nadia Cyprès',
	lien: 'social_worker',
	contact: 'Nadia@Exemple.test',
	droits: ['papers', 'status'],
	duree: '3'
};
const faults = (form: object) => {
	const read = v.safeParse(namingForm, { ...NAMING, ...form });
	return Object.fromEntries(
		(read.issues ?? []).map((issue) => [v.getDotPath(issue), issue.message])
	);
};

test('somebody is named with one address, the rights in their order, and a length', () => {
	expect(v.parse(namingForm, NAMING)).toEqual({
		nom: 'Nadia Cyprès',
		lien: 'social_worker',
		contact: { channel: 'email', address: 'nadia@exemple.test' },
		droits: ['status', 'papers'],
		duree: 3
	});
});

test('each field says what is wrong with it', () => {
	expect(faults({ nom: ' ' })).toEqual({ nom: 'empty' });
	expect(faults({ nom: '<b>' })).toEqual({ nom: 'shape' });
	expect(faults({ contact: '' })).toEqual({ contact: 'empty' });
	expect(faults({ contact: 'nadia' })).toEqual({ contact: 'shape' });
	expect(faults({ droits: [] })).toEqual({ droits: 'empty' });
	expect(faults({ duree: '24' })).toEqual({ duree: 'empty' });
});

test('a right that does not exist and a field of nobody are refused', () => {
	expect(v.is(namingForm, { ...NAMING, droits: ['status', 'everything'] })).toBe(false);
	expect(v.is(namingForm, { ...NAMING, account: 'x' })).toBe(false);
	expect(v.is(acceptanceForm, { famille: 'A', nom: 'B', motdepasse: 'c', droits: 'facts' })).toBe(
		false
	);
});

test('an invitation goes to an e-mail address or a mobile: not to a landline, a paid or a foreign number', () => {
	expect(helperContact('06 39 98 00 01')).toEqual({ channel: 'sms', address: '+33639980001' });
	for (const typed of ['04 93 12 34 56', '08 99 12 34 56', '+44 7700 900123', 'a@', '@b'])
		expect(helperContact(typed), typed).toBeNull();
});

test.each([
	['HADDAD', true],
	[' haddad ', true],
	['Benali', true],
	['benali haddad', false],
	['Haddad-Benali', true],
	['Hadda', false],
	['', false],
	['-', false]
])('whoever types %j knows the person: %s', (typed, known) => {
	expect(isSameName(typed, ['Haddad Bénali', null])).toBe(known);
});
