import { expect, test } from 'vitest';
import { canonicalPassword, passwordFault } from './password.ts';

const NUMBER = '006032500012306A01';

test.each([
	'trois citrons bleus',
	'demo-logement-2026',
	'ماء البحر أزرق اليوم',
	'739104825566',
	'Xk9!fq Lm2#t'
])('an applicant may choose %j', (password) => expect(passwordFault(password, NUMBER)).toBeNull());

test.each([
	['citrons', 'password-too-short'],
	['11 caractèr', 'password-too-short'],
	['x'.repeat(257), 'password-too-long'],
	['Logement-2026!', 'password-too-common'],
	['AntibesAntibes', 'password-too-common'],
	['motdepasse123', 'password-too-common'],
	['azertyuiop123', 'password-too-common'],
	['1234567890123', 'password-too-common'],
	['aaaaaaaaaaaaaa', 'password-too-common'],
	['Côte d’Azur 06600', 'password-too-common'],
	[NUMBER, 'password-own-number'],
	['006 0325 000123 06A01', 'password-own-number'],
	['moi 0325000123', 'password-own-number']
])('%j is refused: %s', (password, fault) => expect(passwordFault(password, NUMBER)).toBe(fault));

test('an agent may not use the e-mail address as a password', () => {
	expect(passwordFault('agent.antibes@demo.test', 'agent.antibes@demo.test')).toBe(
		'password-own-number'
	);
});

test('two keyboards that compose é differently give the same password', () => {
	expect(canonicalPassword('e\u0301te\u0301')).toBe(canonicalPassword('été'));
});
