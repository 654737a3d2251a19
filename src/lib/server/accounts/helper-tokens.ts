import { timingSafeEqual } from 'node:crypto';
import { KNOWN_DEVICE_DAYS, SIGN_IN_CODE_MINUTES } from '../../domain/helpers/sign-in-code.ts';
import { now } from '../clock.ts';
import { keyedHash, type Purpose } from './derived-key.ts';

/*
 * Two things that a helper's browser brings back to us, each signed for one account with the password it has: once
 * that is changed, both are worth nothing.
 */

type Account = { id: string; passwordHash: string };

/** Between the two steps of a sign-in: says that the password was right, a few minutes ago. Goes through the form. */
export const signStep = (account: Account) =>
	sign('helper-step', account, now().add({ minutes: SIGN_IN_CODE_MINUTES }));

export const isStep = (token: string, account: Account) => isSigned('helper-step', token, account);

/** Says that this browser has given a code for this account, and that its owner called it their own. A cookie. */
export const signDevice = (account: Account) =>
	sign('helper-device', account, now().add({ hours: 24 * KNOWN_DEVICE_DAYS }));

export const isKnownDevice = (token: string | null, account: Account) =>
	token !== null && isSigned('helper-device', token, account);

/** @returns the account that a token says it is for, to be looked up; null for one that is malformed or too old */
export function accountInToken(token: string): string | null {
	const [accountId = '', until = ''] = token.split('.');
	return Number(until) > now().epochMilliseconds ? accountId : null;
}

function sign(purpose: Purpose, { id, passwordHash }: Account, until: Temporal.Instant): string {
	const body = `${id}.${until.epochMilliseconds}`;
	return `${body}.${signature(purpose, body, passwordHash)}`;
}

function isSigned(purpose: Purpose, token: string, { id, passwordHash }: Account): boolean {
	const [, until = '', given = ''] = token.split('.');
	if (accountInToken(token) !== id) return false;
	const expected = Buffer.from(signature(purpose, `${id}.${until}`, passwordHash));
	const typed = Buffer.from(given);
	return typed.length === expected.length && timingSafeEqual(typed, expected);
}

function signature(purpose: Purpose, body: string, passwordHash: string): string {
	return keyedHash(purpose, `${body}.${passwordHash}`).toString('base64url');
}
