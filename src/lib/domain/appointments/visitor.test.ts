import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { birthDateFrom } from './visitor-birth-date.ts';
import { codeState, readCode } from './visitor-code.ts';
import { contactForm } from './visitor-contact.ts';
import { frenchPhone, isMobile, phoneInWords } from './visitor-phone.ts';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const good = {
	nom: 'Exemple',
	prenom: 'Lina',
	naissance: '1990-05-14',
	telephone: '06 12 34 56 78',
	email: '',
	aide: '',
	aidant: ''
};
const faults = (changed: Record<string, string>) => {
	const read = v.safeParse(contactForm(TODAY), { ...good, ...changed });
	return (read.issues ?? []).map((issue) => `${v.getDotPath(issue)}:${issue.message}`);
};

describe('a telephone number', () => {
	test.each([
		'0612345678',
		'06 12 34 56 78',
		'+33 6 12 34 56 78',
		'0033612345678',
		'+33 (0)6.12.34.56.78',
		'٠٦١٢٣٤٥٦٧٨'
	])('%s is one and the same', (typed) => expect(frenchPhone(typed)).toBe('+33612345678'));
	test.each([
		'',
		'061234567',
		'06123456789',
		'0812345678',
		'+44 7700 900123',
		'0012345678',
		'zéro six'
	])('%s is none that we send to', (typed) => expect(frenchPhone(typed)).toBeNull());
	test('is a mobile from 06 and 07 alone', () => {
		expect(isMobile('+33712345678')).toBe(true);
		expect(isMobile('+33493123456')).toBe(false);
	});
	test.each([
		'+33612345678',
		'0612345678',
		'06 12 34 56 78',
		'06.12.34.56.78',
		'+33 6 12 34 56 78'
	])('%s is read in pairs', (phone) => expect(phoneInWords(phone)).toBe('06 12 34 56 78'));
	test.each(['+39 010 123 4567', '+393123456789', '+447700900123', '3939', 'n@exemple.test', ''])(
		'%s, which is no French number, is read as it was written',
		(phone) => expect(phoneInWords(phone)).toBe(phone)
	);
});

describe('a birth date', () => {
	test('is read from a date field and as French people write it', () => {
		for (const typed of ['1990-05-14', '14/05/1990', '14.5.1990'])
			expect(birthDateFrom(typed, TODAY)?.toString()).toBe('1990-05-14');
	});
	test('is refused when it does not exist, is to come, or is too long ago', () => {
		for (const typed of ['1990-02-30', '31/02/1990', '2026-11-24', '1906-11-22', '14/05/90', 'mai'])
			expect(birthDateFrom(typed, TODAY), typed).toBeNull();
		expect(birthDateFrom('2026-11-23', TODAY)).not.toBeNull();
		expect(birthDateFrom('1906-11-23', TODAY)).not.toBeNull();
	});
});

describe('the contact form', () => {
	test('takes a telephone, an e-mail address, or both', () => {
		expect(faults({})).toEqual([]);
		expect(faults({ telephone: '', email: 'Lina@Exemple.test' })).toEqual([]);
		expect(faults({ telephone: '04 93 12 34 56', email: 'lina@exemple.test' })).toEqual([]);
	});
	test('asks for one of them, and for more than a landline, where no code can be read', () => {
		expect(faults({ telephone: '' })).toEqual(['telephone:neither']);
		expect(faults({ telephone: '04 93 12 34 56' })).toEqual(['telephone:landline-alone']);
	});
	test('names each fault of each field', () => {
		expect(faults({ nom: ' ', prenom: '<b>', telephone: '123', email: 'lina@' })).toEqual([
			'nom:empty',
			'prenom:shape',
			'telephone:shape',
			'email:shape'
		]);
		expect(faults({ naissance: '2030-01-01' })).toContain('naissance:shape');
		expect(faults({ aide: 'relative' })).toEqual(['aidant:empty']);
		expect(faults({ aidant: 'Sami' })).toEqual(['aide:empty']);
		expect(faults({ role: 'agent' })).toHaveLength(1);
	});
});

describe('a code', () => {
	const sent = {
		codeHash: 'x',
		codeTries: 0,
		codeSentAt: Temporal.Instant.from('2026-11-23T09:00:00Z')
	};
	const at = (text: string) => Temporal.Instant.from(`2026-11-23T${text}Z`);

	test('is read with spaces and Arabic figures, and only with six of them', () => {
		expect(readCode('123 456')).toBe('123456');
		expect(readCode('١٢٣٤٥٦')).toBe('123456');
		expect(readCode('12345')).toBeNull();
	});
	test('is dead after three tries, and after thirty minutes', () => {
		expect(codeState(sent, at('09:29:59'))).toBe('live');
		expect(codeState(sent, at('09:30:00'))).toBe('dead');
		expect(codeState({ ...sent, codeTries: 2 }, at('09:00:00'))).toBe('live');
		expect(codeState({ ...sent, codeTries: 3 }, at('09:00:00'))).toBe('dead');
		expect(codeState({ ...sent, codeHash: null }, at('09:00:00'))).toBe('none');
	});
});
