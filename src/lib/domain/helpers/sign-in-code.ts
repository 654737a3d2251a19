import { latinDigits } from '../accounts/digits.ts';

/*
 * The second thing that a helper proves at a device that is not known yet: that they read what is sent to the address
 * their invitation reached. Lighter for a volunteer than an authenticator app, and it needs no telephone of its own.
 */

export const SIGN_IN_CODE_DIGITS = 6;
/** Wrong tries after which a code is dead, even for the right digits. */
export const SIGN_IN_CODE_TRIES = 3;
/** Minutes a code is good for: a text message may be slow. */
export const SIGN_IN_CODE_MINUTES = 15;
/** A password typed twice by an impatient thumb sends one code: within so many seconds the first is still the one. */
export const SIGN_IN_CODE_REST_SECONDS = 60;
/** Codes sent to one address in an hour. */
export const SIGN_IN_CODES_AN_HOUR = 5;
/** Days in which a device that its owner called their own is not asked for a code again. */
export const KNOWN_DEVICE_DAYS = 30;

/** What an account remembers of the code that was sent last. */
export type SignInCode = {
	readonly codeHash: string | null;
	readonly codeTries: number;
	readonly codeSentAt: Temporal.Instant | null;
};

/** Whether the last code sent may still be tried. */
export function isCodeLive(code: SignInCode, at: Temporal.Instant): boolean {
	if (!code.codeHash || !code.codeSentAt || code.codeTries >= SIGN_IN_CODE_TRIES) return false;
	return isBefore(at, code.codeSentAt.add({ minutes: SIGN_IN_CODE_MINUTES }));
}

/** Whether a code has only just left and nobody has tried it: another would cross it on its way. */
export function hasJustLeft(code: SignInCode, at: Temporal.Instant): boolean {
	if (!isCodeLive(code, at) || code.codeTries > 0) return false;
	return isBefore(at, code.codeSentAt!.add({ seconds: SIGN_IN_CODE_REST_SECONDS }));
}

const isBefore = (at: Temporal.Instant, limit: Temporal.Instant) =>
	Temporal.Instant.compare(at, limit) < 0;

/** A code as typed: spaces, dashes and Arabic figures are accepted. @returns six digits, or null */
export function readSignInCode(typed: string): string | null {
	const digits = latinDigits(typed).replace(/[\s.\-\u2010-\u2015]/g, '');
	return /^\d{6}$/.test(digits) ? digits : null;
}
