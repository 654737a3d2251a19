import { createHmac, hkdfSync } from 'node:crypto';
import { environment } from '../environment.ts';

/** What a key is for. Two purposes never share one, so that what one signs is worth nothing to another. */
export type Purpose =
	| 'sign-in-subject'
	| 'activation-choice'
	| 'totp-secret'
	| 'kept-search'
	| 'visitor-code'
	| 'draft'
	| 'phone'
	| 'helper-reset'
	| 'helper-code'
	| 'helper-step'
	| 'helper-device';

/** Made once: every request of somebody signed in needs one. */
const made = new WeakMap<Buffer, Map<Purpose, Buffer>>();

/** A 256-bit key for one purpose, from SECRET_KEY (HKDF, RFC 5869). */
export function derivedKey(purpose: Purpose): Buffer {
	const { SECRET_KEY } = environment();
	const keys = made.get(SECRET_KEY) ?? new Map<Purpose, Buffer>();
	made.set(SECRET_KEY, keys);
	const key = keys.get(purpose) ?? derive(SECRET_KEY, purpose);
	keys.set(purpose, key);
	return key;
}

function derive(secret: Buffer, purpose: Purpose): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, '', `guichet/${purpose}`, 32));
}

/** HMAC-SHA-256 of `text`: says whether two texts are the same without saying which, and cannot be forged. */
export function keyedHash(purpose: Purpose, text: string): Buffer {
	return createHmac('sha256', derivedKey(purpose)).update(text).digest();
}
