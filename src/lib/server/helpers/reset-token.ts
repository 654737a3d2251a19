import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../accounts/derived-key.ts';
import { now } from '../clock.ts';

/** Minutes in which a link to choose a new password is good. */
const RESET_MINUTES = 60;

/**
 * The secret of a link that lets a helper choose a new password. Tied to the password they have: once it is changed,
 * by this link or otherwise, the link is worth nothing.
 */
export function signReset(accountId: string, passwordHash: string): string {
	const body = `${accountId}.${now().add({ minutes: RESET_MINUTES }).epochMilliseconds}`;
	return `${body}.${signature(body, passwordHash)}`;
}

/** @returns the account it says it is for, to be looked up; null for a token that is malformed or too old */
export function accountInReset(token: string): string | null {
	const [accountId = '', until = ''] = token.split('.');
	return Number(until) > now().epochMilliseconds ? accountId : null;
}

/** Whether this token was signed by us for this account with this password. */
export function isReset(token: string, passwordHash: string): boolean {
	const [accountId = '', until = '', given = ''] = token.split('.');
	const expected = Buffer.from(signature(`${accountId}.${until}`, passwordHash));
	const typed = Buffer.from(given);
	return typed.length === expected.length && timingSafeEqual(typed, expected);
}

function signature(body: string, passwordHash: string): string {
	return keyedHash('helper-reset', `${body}.${passwordHash}`).toString('base64url');
}
