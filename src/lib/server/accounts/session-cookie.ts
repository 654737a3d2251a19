import type { Cookies } from '@sveltejs/kit';

/** `__Host-` makes the browser itself insist on Secure, Path=/ and no Domain: no neighbouring site can set it. */
export const SESSION_COOKIE = '__Host-session';

/** No Max-Age: on a shared computer the cookie ends with the browser, and the server's limits hold anyway. */
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** The form of every secret we give out (32 bytes in base32): anything else is not worth a query. */
const SECRET = /^[a-z2-7]{52}$/;

/** @returns the session's secret; 'malformed' for a cookie that we never gave out; null without one */
export function readSessionCookie(cookies: Pick<Cookies, 'get'>): string | 'malformed' | null {
	const value = cookies.get(SESSION_COOKIE);
	if (!value) return null;
	return SECRET.test(value) ? value : 'malformed';
}

export function setSessionCookie(cookies: Pick<Cookies, 'set'>, secret: string): void {
	cookies.set(SESSION_COOKIE, secret, ATTRIBUTES);
}

export function clearSessionCookie(cookies: Pick<Cookies, 'delete'>): void {
	cookies.delete(SESSION_COOKIE, ATTRIBUTES);
}

/** The secret of the session the browser has, if any: the one that ends at a new sign-in. */
export function currentSecret(cookies: Pick<Cookies, 'get'>): string | null {
	const read = readSessionCookie(cookies);
	return read === 'malformed' ? null : read;
}
