import { expect, test } from 'vitest';
import { valueWords } from './fact-words.ts';

const phone = (value: string) => valueWords('phone', value, new Map(), 'fr');

test('somebody reads their telephone in pairs, however it came into the request', () => {
	expect(phone('+33497186920')).toBe('04 97 18 69 20');
	expect(phone('0639980011')).toBe('06 39 98 00 11');
});

test('a number of another country is shown as it was given, and none as none', () => {
	expect(phone('+393123456789')).toBe('+393123456789');
	expect(phone('')).toBe('');
});
