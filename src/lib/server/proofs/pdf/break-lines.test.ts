import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

/** Every character is one wide. */
const broken = (text: string, width: number) => breakLines(text, width, (part) => part.length);

test('a text is broken at spaces, and no line is wider than its place', () => {
	expect(broken('un deux trois quatre', 8)).toEqual(['un deux', 'trois', 'quatre']);
});

test('an hour with no-break spaces stays whole', () => {
	expect(broken('dès 9\u00a0h\u00a030 ici', 8)).toEqual(['dès', '9\u00a0h\u00a030', 'ici']);
});

test('a word longer than a line is cut, and none of it is lost', () => {
	const lines = broken('anticonstitutionnellement oui', 10);
	expect(lines.every((line) => line.length <= 10)).toBe(true);
	expect(lines.join('').replaceAll(' ', '')).toBe('anticonstitutionnellementoui');
});

test('lines that somebody wrote stay lines', () => {
	expect(broken('a\n\nb', 10)).toEqual(['a', '', 'b']);
});
