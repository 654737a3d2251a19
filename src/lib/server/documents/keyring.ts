import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBroken, type SealContext } from './sealing.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The master keys, kept outside the database. New papers use `current`; old ones stay readable until rewrapped. */
export type Keyring = { current: string; keys: ReadonlyMap<string, Uint8Array> };

/** A file's own key, as the database keeps it. */
export type WrappedKey = { wrappedKey: Uint8Array; masterKeyVersion: string };

/**
 * @param entries the versions of MASTER_KEYS, newest first (environment.ts has checked them)
 * @throws Error when there is none
 */
export function keyringOf(entries: readonly { version: number; key: Uint8Array }[]): Keyring {
	const newest = entries[0];
	if (!newest) throw new Error('MASTER_KEYS holds no key');
	const keys = new Map(entries.map(({ version, key }) => [String(version), key] as const));
	return { current: String(newest.version), keys };
}

/** A new key for one file. */
export function newFileKey(): Uint8Array {
	return randomBytes(KEY_BYTES);
}

/** Wraps a file's key with the current master key, bound to its paper. */
export function wrapKey(ring: Keyring, fileKey: Uint8Array, context: SealContext): WrappedKey {
	const iv = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', masterKey(ring, ring.current), iv);
	cipher.setAAD(associated(ring.current, context));
	const body = Buffer.concat([cipher.update(fileKey), cipher.final()]);
	return {
		wrappedKey: Buffer.concat([iv, body, cipher.getAuthTag()]),
		masterKeyVersion: ring.current
	};
}

/**
 * @throws SealBroken when the key was wrapped for another paper, or altered
 * @throws Error when the ring has no such version: the installation lost a key
 */
export function unwrapKey(ring: Keyring, wrapped: WrappedKey, context: SealContext): Uint8Array {
	const master = masterKey(ring, wrapped.masterKeyVersion);
	const all = wrapped.wrappedKey;
	if (all.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES) throw new SealBroken();
	try {
		const iv = all.subarray(0, NONCE_BYTES);
		const decipher = createDecipheriv('aes-256-gcm', master, iv, { authTagLength: TAG_BYTES });
		decipher.setAAD(associated(wrapped.masterKeyVersion, context));
		decipher.setAuthTag(all.subarray(NONCE_BYTES + KEY_BYTES));
		const body = all.subarray(NONCE_BYTES, NONCE_BYTES + KEY_BYTES);
		return Buffer.concat([decipher.update(body), decipher.final()]);
	} catch {
		throw new SealBroken();
	}
}

/** Rotation touches the wrapped key alone, never the content. */
export function rewrapKey(ring: Keyring, wrapped: WrappedKey, context: SealContext): WrappedKey {
	return wrapKey(ring, unwrapKey(ring, wrapped, context), context);
}

function masterKey(ring: Keyring, version: string): Uint8Array {
	const key = ring.keys.get(version);
	if (!key) throw new Error(`MASTER_KEYS has no version "${version}"`);
	return key;
}

function associated(version: string, context: SealContext): Buffer {
	const { applicationId, paperId, objectId } = context;
	const of =
		objectId === null
			? ['GLK1', version, applicationId, paperId]
			: ['GLK2', version, applicationId, paperId, objectId];
	return Buffer.from(of.join('\n'), 'utf8');
}
