import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	filingMonth,
	formatUniqueNumber,
	normaliseUniqueNumber,
	readUniqueNumber,
	uniqueNumberSchema
} from './unique-number.ts';

describe('a person types a unique number', () => {
	it.each([
		['006092600077706A01'],
		['006 0926 000777 06a01'],
		['006-0926-000777-06A01'],
		['006.0926.000777.06A01'],
		['  006\u00a00926\u202f000777\u201106A01 '],
		['\u200e006092600077706A01\u200f'],
		['٠٠٦٠٩٢٦٠٠٠٧٧٧٠٦A٠١']
	])('is understood when typed as %s', (typed) => {
		expect(readUniqueNumber(typed)).toEqual({ ok: true, number: '006092600077706A01' });
	});

	it.each([
		['', 'empty'],
		[' - . ', 'empty'],
		['006092600077706A0', 'length'],
		['006092600077706A011', 'length'],
		['006002600077706A01', 'shape'],
		['006132600077706A01', 'shape'],
		['206092600077706A01', 'shape'],
		['006O92600077706A01', 'shape'],
		['006092600077706A0!', 'shape'],
		['006092600077706A0É', 'shape'],
		['123456789012345678', 'shape']
	])('is told what is wrong with "%s": %s', (typed, reason) => {
		expect(readUniqueNumber(typed)).toEqual({ ok: false, reason });
	});

	it('may hold a number of Corsica, of an overseas department or of the Paris region', () => {
		for (const number of ['02A092600077706A01', '974092600077706A01', '1110318016982G1104']) {
			expect(readUniqueNumber(number).ok).toBe(true);
		}
	});
});

describe('a form field for the number', () => {
	it('gives the stored form', () => {
		expect(v.parse(uniqueNumberSchema, '006 0926 000777 06a01')).toBe('006092600077706A01');
	});

	it.each([
		[42, 'empty'],
		['', 'empty'],
		['006', 'length'],
		['9'.repeat(4000), 'length'],
		['999992600077706A01', 'shape']
	])('refuses %s by name: %s', (value, reason) => {
		const result = v.safeParse(uniqueNumberSchema, value);
		expect(result.success).toBe(false);
		expect(result.issues?.[0]?.message).toBe(reason);
	});
});

describe('a number shown to a person', () => {
	it('is grouped as on the attestation', () => {
		expect(formatUniqueNumber('006092600077706A01')).toBe('006 0926 000777 06A01');
	});

	it('comes back unchanged when it is no number', () => {
		expect(formatUniqueNumber('bonjour')).toBe('bonjour');
	});

	it('survives being grouped and typed again', () => {
		const shown = formatUniqueNumber('1110318016982G1104');
		expect(normaliseUniqueNumber(shown)).toBe('1110318016982G1104');
	});

	it('tells the month of the first filing', () => {
		expect(filingMonth('006092600077706A01')).toEqual({ year: 2026, month: 9 });
		expect(filingMonth('006')).toBeNull();
	});
});
