import { COMMON_WORDS } from './common-words.ts';

/** Fewest characters (ASVS 5.0 6.2.1 asks 8; CNIL 2022-100, with few tries, is met with a margin). */
export const PASSWORD_LEAST = 12;
/** Most characters: longer ones would only cost work. */
export const PASSWORD_MOST = 256;

export type PasswordFault =
	'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-own-number';

/** Different characters that must be left once common words, years and runs are taken away. */
const LEAST_OWN = 4;
const NUMBER_WINDOW = 8;
const LONGEST_FIRST = [...COMMON_WORDS].sort((a, b) => b.length - a.length);

/** The same password whatever the keyboard composed it with. Stored and compared in this form only. */
export function canonicalPassword(typed: string): string {
	return typed.normalize('NFKC');
}

/**
 * Whether a password may be chosen. Length counts, composition does not: no rule about capitals or signs (ASVS 6.2.5).
 * @param identifier the person's own number or e-mail, which may not serve as the password
 * @returns what is wrong, or null
 */
export function passwordFault(typed: string, identifier: string): PasswordFault | null {
	const password = canonicalPassword(typed);
	const length = [...password].length;
	if (length < PASSWORD_LEAST) return 'password-too-short';
	if (length > PASSWORD_MOST) return 'password-too-long';
	const bare = bareForm(password);
	if (holdsPartOf(bare, bareForm(identifier))) return 'password-own-number';
	return ownCharacters(bare) < LEAST_OWN ? 'password-too-common' : null;
}

/** Lower case, without accents, spaces or signs: "Côte d’Azur" → "cotedazur". Other scripts keep their letters. */
function bareForm(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function holdsPartOf(bare: string, identifier: string): boolean {
	for (let from = 0; from + NUMBER_WINDOW <= identifier.length; from++) {
		if (bare.includes(identifier.slice(from, from + NUMBER_WINDOW))) return true;
	}
	return false;
}

/** Different characters that are the person's own idea: not a listed word, not a year, not "12345" or "aaaa". */
function ownCharacters(bare: string): number {
	let rest = bare.replace(/(19|20)\d\d/g, '');
	for (const word of LONGEST_FIRST) rest = rest.replaceAll(word, '');
	const points = [...rest].map((character) => character.codePointAt(0) ?? 0);
	return new Set(points.filter((_, at) => !continuesRun(points, at))).size;
}

function continuesRun(points: readonly number[], at: number): boolean {
	const step = stepTo(points, at);
	return step !== null && Math.abs(step) <= 1 && step === stepTo(points, at - 1);
}

function stepTo(points: readonly number[], at: number): number | null {
	const [before, here] = [points[at - 1], points[at]];
	if (before === undefined || here === undefined) return null;
	// On a keyboard 0 follows 9.
	if (before === 57 && here === 48) return 1;
	return here - before;
}
