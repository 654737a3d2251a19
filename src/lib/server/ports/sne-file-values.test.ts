import { describe, expect, it } from 'vitest';
import * as values from './sne-file-values.ts';

describe('an amount in a file', () => {
	it.each([
		['1234', 123_400],
		['1234.5', 123_450],
		['1234,56', 123_456],
		['1 234,56', 123_456],
		['1\u00a0234,56 €', 123_456],
		['1\u202f234', 123_400],
		['1.234,56', 123_456],
		['1,234.56', 123_456],
		['12 345.00 EUR', 1_234_500],
		['0', 0]
	])('"%s" is %i cents', (raw, cents) => {
		expect(values.amountCents(raw)).toBe(cents);
	});

	it.each([['-12'], ['12.345'], ['1e3'], ['0x10'], ['NaN'], ['12,3,4'], ['€'], ['9999999999']])(
		'"%s" cannot be read',
		(raw) => {
			expect(values.amountCents(raw)).toBeNull();
		}
	);
});

describe('a date in a file', () => {
	it.each([
		['2026-09-14', '2026-09-14'],
		['2026-09-14Z', '2026-09-14'],
		['2026-09-14+02:00', '2026-09-14'],
		['2026-09-14T23:59:59.000+02:00', '2026-09-14'],
		['2024-02-29', '2024-02-29']
	])('"%s" is the day %s', (raw, day) => {
		expect(values.isoDay(raw)).toBe(day);
	});

	it.each([['2026-02-29'], ['2026-13-01'], ['14/09/2026'], ['0001-01-01'], ['2026-9-4'], ['hier']])(
		'"%s" is no day',
		(raw) => {
			expect(values.isoDay(raw)).toBeNull();
		}
	);
});

describe('other values', () => {
	it('are read in the usual ways of writing them', () => {
		expect(values.yesOrNo('true')).toBe(true);
		expect(values.yesOrNo('Non')).toBe(false);
		expect(values.surface('42,5 m²')).toBe(42.5);
		expect(values.phone('06 00 00 00 00')).toBe('0600000000');
		expect(values.communeCode('2A004')).toBe('2A004');
		expect(values.plainText('  Mai\u0308te\u202e\n ')).toBe('Maïte');
	});

	it('are null when they are something else', () => {
		expect(values.yesOrNo('peut-être')).toBeNull();
		expect(values.surface('grand')).toBeNull();
		expect(values.phone('appelez le soir')).toBeNull();
		expect(values.communeCode('Antibes')).toBeNull();
		expect(values.email('pas une adresse')).toBeNull();
		expect(values.plainText('x'.repeat(201))).toBeNull();
	});
});
