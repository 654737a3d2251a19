import { createHash, randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';

/**
 * What a visitor's browser keeps while they choose: a random secret and nothing about them. `__Host-` makes the
 * browser insist on Secure, Path=/ and no Domain; without Max-Age it ends with the browser.
 */
const NAME = '__Host-choix';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
/** 256 bits in base64url: anything else was not given out by us. */
const SECRET = /^[\w-]{43}$/;

/** @returns the SHA-256 of the browser's secret, by which its choice is known here; null without one */
export function holderOf(cookies: Pick<Cookies, 'get'>): string | null {
	const secret = cookies.get(NAME);
	return secret && SECRET.test(secret) ? hashed(secret) : null;
}

/** Gives the browser a new secret. @returns its SHA-256 */
export function newHolder(cookies: Pick<Cookies, 'set'>): string {
	const secret = randomBytes(32).toString('base64url');
	cookies.set(NAME, secret, ATTRIBUTES);
	return hashed(secret);
}

/** After the booking the browser forgets it: whoever uses it next starts afresh. */
export function forgetHolder(cookies: Pick<Cookies, 'delete'>): void {
	cookies.delete(NAME, ATTRIBUTES);
}

function hashed(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
