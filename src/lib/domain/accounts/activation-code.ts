import { latinDigits } from './digits.ts';

/** 16 random digits are 53 bits: over the 50 of CNIL's recommendation 2022-100 for a secret with few tries. */
export const CODE_DIGITS = 16;
/** Wrong tries after which a code is dead, even for the right digits. */
export const CODE_TRIES = 5;
/** Days a code is good for. */
export const CODE_DAYS = 30;
/** Minutes between a right code and the choice of the password. */
export const CHOICE_MINUTES = 15;

/**
 * A code as typed from the letter: spaces, dashes and Arabic figures are accepted.
 * @returns 16 digits, or null when that is not what was typed
 */
export function normaliseCode(typed: string): string | null {
	const digits = latinDigits(typed).replace(/[\s.\-\u2010-\u2015]/g, '');
	return /^\d{16}$/.test(digits) ? digits : null;
}

/** "4827159370462815" as it is printed: "4827 1593 7046 2815". */
export function groupCode(digits: string): string {
	return digits.replace(/\d{4}(?=\d)/g, '$& ');
}
