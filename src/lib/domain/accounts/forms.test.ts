import * as v from 'valibot';
import { expect, test } from 'vitest';
import { choiceForm, codeForm, signInForm, staffForm } from './forms.ts';

const numero = ' 006 1126 000009 06c03';
const faults = (schema: v.GenericSchema, given: unknown) => {
	const read = v.safeParse(schema, given);
	return read.success ? null : v.flatten(read.issues).nested;
};

test('an applicant may type number and code with spaces', () => {
	const read = v.parse(codeForm, { numero, code: '4827 1593 7046 2815' });
	expect(read).toEqual({ numero: '006112600000906C03', code: '4827159370462815' });
});

test('an empty form names both faults', () => {
	expect(faults(signInForm, { numero: '', motdepasse: '' })).toMatchObject({
		numero: expect.arrayContaining(['empty']),
		motdepasse: ['empty']
	});
	expect(faults(codeForm, {})).toMatchObject({ numero: ['empty'], code: ['empty'] });
});

test('a code of the wrong length is a fault of the code alone', () => {
	expect(faults(codeForm, { numero, code: '4827' })).toEqual({ code: ['shape'] });
});

test('a field nobody asked for is refused', () => {
	expect(faults(signInForm, { numero, motdepasse: 'x', role: 'head' })).toHaveProperty('role');
	expect(
		faults(signInForm, JSON.parse('{"__proto__": {"a": 1}, "motdepasse": "x"}'))
	).not.toBeNull();
});

test('a typing mistake between the two passwords is found, and the second may stay empty', () => {
	const typed = { numero, jeton: 'a.b.c', motdepasse: 'trois citrons bleus' };
	expect(faults(choiceForm, { ...typed, repetition: 'trois citron bleus' })).toEqual({
		repetition: ['different']
	});
	expect(faults(choiceForm, { ...typed, repetition: '' })).toBeNull();
	expect(faults(choiceForm, typed)).toBeNull();
});

test('an agent’s address is stored without capitals or spaces', () => {
	const typed = { email: ' Agent.Antibes@Demo.test ', motdepasse: 'x', totp: '123 456' };
	expect(v.parse(staffForm, typed).email).toBe('agent.antibes@demo.test');
	expect(faults(staffForm, { ...typed, email: 'agent' })).toEqual({ email: ['shape'] });
});
