import type { Cookies } from '@sveltejs/kit';
import { SESSION_MINUTES, type Device } from '../../domain/accounts/devices.ts';

/** `__Host-` makes the browser itself insist on Secure, Path=/ and no Domain: no neighbouring site can set it. */
export const SESSION_COOKIE = '__Host-session';

/** No Max-Age but on one's own phone: elsewhere the cookie ends with the browser. The server's limits hold anyway. */
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** The form of every secret we give out (32 bytes in base32): anything else is not worth a query. */
const SECRET = /^[a-z2-7]{52}$/;

/** @returns the session's secret; 'malformed' for a cookie that we never gave out; null without one */
export function readSessionCookie(cookies: Pick<Cookies, 'get'>): string | 'malformed' | null {
	const value = cookies.get(SESSION_COOKIE);
	if (!value) return null;
	return SECRET.test(value) ? value : 'malformed';
}

export function setSessionCookie(
	cookies: Pick<Cookies, 'set'>,
	secret: string,
	device: Device = 'ordinary'
): void {
	const own = device === 'own' ? { maxAge: SESSION_MINUTES.own.most * 60 } : {};
	cookies.set(SESSION_COOKIE, secret, { ...ATTRIBUTES, ...own });
}

export function clearSessionCookie(cookies: Pick<Cookies, 'delete'>): void {
	cookies.delete(SESSION_COOKIE, ATTRIBUTES);
}

/** The secret of the session the browser has, if any: the one that ends at a new sign-in. */
export function currentSecret(cookies: Pick<Cookies, 'get'>): string | null {
	const read = readSessionCookie(cookies);
	return read === 'malformed' ? null : read;
}
