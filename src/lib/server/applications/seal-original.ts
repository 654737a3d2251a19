import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Keyring } from '../documents/keyring.ts';
import { SealBroken } from '../documents/sealing.ts';

/*
 * Encryption of the files kept as they were received (sne_file.content): they may hold a social-security number, which
 * nobody here needs (docs/threat-model.md).
 *
 * Content: 4 bytes "GLS1" · 1 byte length of the version · version of the master key · 12 bytes nonce · ciphertext
 * · 16 bytes tag. AES-256-GCM under a key derived from that master key (HKDF, RFC 5869), bound to the request and to the
 * digest of the file. The table is written once, so a master key must be kept as long as a file sealed under it.
 */

const MAGIC = Buffer.from('GLS1', 'ascii');
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** What a file belongs to: under another request or digest it does not open. */
export type OriginalOf = { applicationId: string; sha256: string };

/** Seals a file under the newest master key. */
export function sealOriginal(ring: Keyring, plain: Uint8Array, of: OriginalOf): Uint8Array {
	const version = Buffer.from(ring.current, 'ascii');
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.current), nonce);
	cipher.setAAD(associated(of));
	const body = [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
	return Buffer.concat([MAGIC, Buffer.of(version.length), version, nonce, ...body]);
}

/**
 * The file as it was received.
 * @throws SealBroken when it was altered or belongs to another request; Error when MASTER_KEYS lost the version
 */
export function openOriginal(ring: Keyring, sealed: Uint8Array, of: OriginalOf): Uint8Array {
	const bytes = Buffer.from(sealed);
	const nonceAt = MAGIC.length + 1 + (bytes[MAGIC.length] ?? 0);
	const bodyAt = nonceAt + NONCE_BYTES;
	const tagAt = bytes.length - TAG_BYTES;
	if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || tagAt < bodyAt) throw new SealBroken();
	const key = keyOf(ring, bytes.toString('ascii', MAGIC.length + 1, nonceAt));
	try {
		const nonce = bytes.subarray(nonceAt, bodyAt);
		const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
		decipher.setAAD(associated(of)).setAuthTag(bytes.subarray(tagAt));
		return Buffer.concat([decipher.update(bytes.subarray(bodyAt, tagAt)), decipher.final()]);
	} catch {
		throw new SealBroken();
	}
}

/** A key for this purpose alone: the master keys themselves wrap the keys of papers. */
function keyOf(ring: Keyring, version: string): Buffer {
	const master = ring.keys.get(version);
	if (!master) throw new Error(`MASTER_KEYS has no version "${version}"`);
	return Buffer.from(hkdfSync('sha256', master, '', 'guichet/sne-file', 32));
}

function associated({ applicationId, sha256 }: OriginalOf): Buffer {
	return Buffer.from(`GLS1\n${applicationId}\n${sha256}`, 'utf8');
}
