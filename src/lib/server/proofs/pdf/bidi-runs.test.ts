import { expect, test } from 'vitest';
import { isRightToLeft, visualRuns } from './bidi-runs.ts';

const seen = (line: string, base: 'ltr' | 'rtl') =>
	visualRuns(line, base).map(({ text, isRightToLeft: rtl }) => `${rtl ? '←' : '→'}${text}`);

test('a French line stays in one piece', () => {
	expect(seen('Réponse avant le 3 décembre', 'ltr')).toEqual(['→Réponse avant le 3 décembre']);
	expect(visualRuns('', 'ltr')).toEqual([]);
});

test('a year in an Arabic sentence keeps its own order, and stands where it is read', () => {
	expect(seen('صالح حتى 2027 هنا', 'rtl')).toEqual(['← هنا', '→2027', '←صالح حتى ']);
});

test('brackets around a Latin name open the right way', () => {
	expect(seen('لجنة (DALO)', 'rtl')).toEqual(['←(', '→DALO', '←لجنة )']);
});

test('an Arabic name in a French line is read from right to left, and the rest is not', () => {
	expect(seen('Dossier de سامي ici', 'ltr')).toEqual(['→Dossier de ', '←سامي', '→ ici']);
});

test('a text is from right to left by its first letter, not by a figure', () => {
	expect(isRightToLeft('2026 سنة')).toBe(true);
	expect(isRightToLeft('Bonjour سامي')).toBe(false);
	expect(isRightToLeft('2026')).toBe(false);
});
