import { latinDigits } from '../accounts/digits.ts';

export const CODE_DIGITS = 6;
/** Wrong tries after which a code is dead, even for the right digits. */
export const CODE_TRIES = 3;
/** Minutes a code is good for: a text message may be slow, and the person may have to choose another time. */
export const CODE_MINUTES = 30;
/** Codes sent in an hour to one telephone or address, and for one source on the network. */
export const CODES_AN_HOUR = { destination: 3, source: 20 } as const;
/** Times held in an hour from one source without an account: a waiting room shares one, a robot has a few. */
export const HOLDS_AN_HOUR = 40;

/** A code as typed: spaces, dashes and Arabic figures are accepted. @returns six digits, or null */
export function readCode(typed: string): string | null {
	const digits = latinDigits(typed).replace(/[\s.\-\u2010-\u2015]/g, '');
	return /^\d{6}$/.test(digits) ? digits : null;
}

export type CodeState = 'none' | 'live' | 'dead';

/** Whether the last code sent may still be tried at this moment. */
export function codeState(
	code: { codeHash: string | null; codeTries: number; codeSentAt: Temporal.Instant | null },
	now: Temporal.Instant
): CodeState {
	if (!code.codeHash || !code.codeSentAt) return 'none';
	const over = Temporal.Instant.compare(now, code.codeSentAt.add({ minutes: CODE_MINUTES })) >= 0;
	return over || code.codeTries >= CODE_TRIES ? 'dead' : 'live';
}
