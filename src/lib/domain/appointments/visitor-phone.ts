import { latinDigits } from '../accounts/digits.ts';

/**
 * A French telephone number as people write it: "06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678". Numbers of
 * other countries are refused, and so are 08 numbers: each code sent there could cost (security T27).
 * @returns "+33612345678", or null when it is no such number
 */
export function frenchPhone(typed: string): string | null {
	const digits = latinDigits(typed)
		.replace(/^\s*(?:\+|00)\s*33[\s.\-()]*(?:\(?0\)?)?/, '0')
		.replace(/[\s.\-()\u2010-\u2015]/g, '');
	return /^0[1-79]\d{8}$/.test(digits) ? `+33${digits.slice(1)}` : null;
}

/** Whether a number of {@link frenchPhone} receives text messages: 06 and 07. */
export function isMobile(phone: string): boolean {
	return /^\+33[67]/.test(phone);
}

/** The last two figures of a number: enough to see that it is the right one, not enough to call it. */
export function phoneEnding(phone: string | null): string {
	return phone?.slice(-2) ?? '';
}

/**
 * "+33612345678" as it is read aloud: "06 12 34 56 78". A number of another country, whose figures go in groups of their
 * own, stays as it was written; so does an address.
 */
export function phoneInWords(phone: string): string {
	const national = phone.replace(/[\s.-]/g, '').replace(/^\+33/, '0');
	return /^0[1-9]\d{8}$/.test(national) ? national.replace(/\d{2}(?=\d)/g, '$& ') : phone;
}
