import { describe, expect, it } from 'vitest';
import { groupNumber } from './group-number.ts';

describe('an applicant reading their unique number', () => {
	it('sees territory, date, serial and counter apart', () => {
		expect(groupNumber('006032500012306A01')).toEqual(['006', '0325', '000123', '06A01']);
	});

	it('sees a number of another length untouched', () => {
		expect(groupNumber('0060325')).toEqual(['0060325']);
		expect(groupNumber('')).toEqual(['']);
	});

	it('never loses a character', () => {
		expect(groupNumber('0123456789ABCDEFGH').join('')).toBe('0123456789ABCDEFGH');
	});
});
