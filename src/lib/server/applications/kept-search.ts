import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '../accounts/derived-key.ts';

/*
 * What an agent looks for is a person's name or number: it may not stand in an address (ASVS 5.0 14.2.1), yet "back"
 * and "next page" must find it again. So it travels in a cookie, sealed (AES-256-GCM) for that agent alone.
 */
const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** Longer than any name or number; a cookie holds 4 kB. */
export const LONGEST_SEARCH = 100;

/** @param staffId the only one who can read it again */
export function sealSearch(text: string, staffId: string): string {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv(ALGORITHM, derivedKey('kept-search'), nonce).setAAD(
		Buffer.from(staffId)
	);
	const sealed = Buffer.concat([
		cipher.update(text.slice(0, LONGEST_SEARCH), 'utf8'),
		cipher.final()
	]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @returns what was sealed for this agent; an empty text for anything else */
export function openSearch(kept: string | undefined, staffId: string): string {
	const bytes = Buffer.from(kept ?? '', 'base64url');
	if (bytes.length < NONCE + TAG) return '';
	try {
		const decipher = createDecipheriv(
			ALGORITHM,
			derivedKey('kept-search'),
			bytes.subarray(0, NONCE)
		)
			.setAAD(Buffer.from(staffId))
			.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
		const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
		return opened.toString('utf8');
	} catch {
		return '';
	}
}
