import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { latinDigits } from '../../domain/accounts/digits.ts';
import { now } from '../clock.ts';
import { environment } from '../environment.ts';
import { derivedKey } from './derived-key.ts';
import { machineNow } from './machine-clock.ts';

const PERIOD_SECONDS = 30;
/** Steps accepted before and after the present one: a telephone's clock may be half a minute off (RFC 6238, 5.2). */
const WINDOW = 1;
const [IV_BYTES, TAG_BYTES] = [12, 16];

/** A new secret of 160 bits, in base32 (RFC 4226, 4). */
export function newTotpSecret(): string {
	return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads as a QR code. */
export function totpUri(secret: string, email: string): string {
	return new TOTP({ secret, label: email, issuer: 'Guichet Logement' }).toString();
}

/** AES-256-GCM under a key from SECRET_KEY, tied to the account: a row copied onto another account does not open. */
export function sealTotpSecret(secret: string, staffId: string): Uint8Array {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', derivedKey('totp-secret'), iv).setAAD(
		Buffer.from(staffId)
	);
	const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws when the row was altered, copied from another account, or sealed under another SECRET_KEY */
export function openTotpSecret(sealed: Uint8Array, staffId: string): string {
	const [iv, rest] = [sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES)];
	const decipher = createDecipheriv('aes-256-gcm', derivedKey('totp-secret'), iv, {
		authTagLength: TAG_BYTES
	})
		.setAAD(Buffer.from(staffId))
		.setAuthTag(rest.subarray(0, TAG_BYTES));
	return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]).toString(
		'utf8'
	);
}

/**
 * Which 30-second step a typed code belongs to.
 * @returns the step and the present step, or null for a wrong code
 */
export function totpStep(secret: string, typed: string): { step: number; present: number } | null {
	const token = latinDigits(typed).replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS });
	for (const timestamp of clocks()) {
		const delta = totp.validate({ token, timestamp, window: WINDOW });
		const present = Math.floor(timestamp / 1000 / PERIOD_SECONDS);
		if (delta !== null) return { step: present + delta, present };
	}
	return null;
}

/** With a clock that was set for a demonstration, a telephone in the room still shows the real moment's code. */
function clocks(): number[] {
	const ours = now().epochMilliseconds;
	return environment().FAKE_NOW ? [ours, machineNow()] : [ours];
}
