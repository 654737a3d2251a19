import * as v from 'valibot';

/**
 * The unique number of a request (numéro unique): 18 characters, territory (3), month and year of the
 * first filing (MMYY), serial (6), counter that created it (5). The composition rule (arrêté of
 * 7 November 2000, art. 1) has no check digit: a number of the right shape may still not exist.
 */
const MASK = /^(?:0\d{2}|02[AB]|97\d|111)(?:0[1-9]|1[0-2])\d{2}\d{6}[A-Z0-9]{5}$/;
const LENGTH = 18;

export type UniqueNumberFault = 'empty' | 'length' | 'shape';
export type UniqueNumberReading =
	| { readonly ok: true; readonly number: string }
	| { readonly ok: false; readonly reason: UniqueNumberFault };

/** What people put between groups: spaces, dashes, dots, slashes, and the invisible marks of copied text. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}._/]/gu;

/**
 * The number as it is stored: separators gone, upper case, Arabic-Indic digits (some phone keyboards)
 * as plain ones. Accepts anything; says nothing about validity.
 */
export function normaliseUniqueNumber(raw: string): string {
	return raw
		.normalize('NFKC')
		.replace(SEPARATORS, '')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
		.toUpperCase();
}

/** Reads what a person typed. `length` means that characters are missing or too many, `shape` that one is wrong. */
export function readUniqueNumber(raw: string): UniqueNumberReading {
	const number = normaliseUniqueNumber(raw);
	if (number === '') return { ok: false, reason: 'empty' };
	if (number.length !== LENGTH) return { ok: false, reason: 'length' };
	return MASK.test(number) ? { ok: true, number } : { ok: false, reason: 'shape' };
}

/** Whether `value` already is a number in stored form. */
export function isUniqueNumber(value: string): boolean {
	return MASK.test(value);
}

/** For the eye: "006 0926 000777 06A01". Takes the stored form; anything else comes back as it is. */
export function formatUniqueNumber(number: string): string {
	if (!isUniqueNumber(number)) return number;
	return [number.slice(0, 3), number.slice(3, 7), number.slice(7, 13), number.slice(13)].join(' ');
}

/**
 * Month of the first filing, which the number keeps for life (R441-2-7). Takes the stored form.
 * Two-digit years are of this century: the number was created by the arrêté of 7 November 2000.
 */
export function filingMonth(number: string): { year: number; month: number } | null {
	if (!isUniqueNumber(number)) return null;
	return { year: 2000 + Number(number.slice(5, 7)), month: Number(number.slice(3, 5)) };
}

/** A form field: any usual way of typing it in, the stored form out. The message is the fault's name. */
export const uniqueNumberSchema = v.pipe(
	v.string('empty'),
	v.maxLength(60, 'length'),
	v.transform(normaliseUniqueNumber),
	v.nonEmpty('empty'),
	v.length(LENGTH, 'length'),
	v.regex(MASK, 'shape')
);
