import type { Cookies } from '@sveltejs/kit';
import { KNOWN_DEVICE_DAYS } from '../../domain/helpers/sign-in-code.ts';

const HELPER_DEVICE_COOKIE = '__Host-appareil';

/** As the session's cookie, and it stays after the sign-out: it opens nothing without the password. */
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** What this browser was given when a code was right there; null without it. */
export function knownDevice(cookies: Pick<Cookies, 'get'>): string | null {
	return cookies.get(HELPER_DEVICE_COOKIE) ?? null;
}

export function rememberDevice(cookies: Pick<Cookies, 'set'>, token: string): void {
	cookies.set(HELPER_DEVICE_COOKIE, token, {
		...ATTRIBUTES,
		maxAge: KNOWN_DEVICE_DAYS * 24 * 60 * 60
	});
}
