import { expect, test } from 'vitest';
import { hasJustLeft, isCodeLive, readSignInCode } from './sign-in-code.ts';

const SENT = Temporal.Instant.from('2026-11-23T09:00:00+01:00');
const code = (codeTries = 0) => ({ codeHash: 'x', codeTries, codeSentAt: SENT });
const after = (duration: Temporal.DurationLike) => SENT.add(duration);

test('a code is good for a quarter of an hour, and not a second more', () => {
	expect(isCodeLive(code(), after({ minutes: 14, seconds: 59 }))).toBe(true);
	expect(isCodeLive(code(), after({ minutes: 15 }))).toBe(false);
});

test('a code that was tried three times is dead, and so is one that was used', () => {
	expect([0, 2, 3].map((tries) => isCodeLive(code(tries), SENT))).toEqual([true, true, false]);
	expect(isCodeLive({ ...code(), codeHash: null }, SENT)).toBe(false);
});

test('for a minute the code just sent is the one, unless somebody got it wrong', () => {
	expect(hasJustLeft(code(), after({ seconds: 59 }))).toBe(true);
	expect(hasJustLeft(code(), after({ seconds: 60 }))).toBe(false);
	expect(hasJustLeft(code(1), after({ seconds: 5 }))).toBe(false);
});

test.each([
	['482 715', '482715'],
	['٤٨٢-٧١٥', '482715'],
	['48271', null],
	['48271a', null]
])('%s is read as %s', (typed, read) => {
	expect(readSignInCode(typed)).toBe(read);
});
