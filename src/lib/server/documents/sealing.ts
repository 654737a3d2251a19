import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { inChunks } from './chunks.ts';
import { giveBack } from './give-back.ts';

/*
 * Encryption of a paper's content (docs/threat-model.md: stored files stolen or swapped).
 *
 * File:  4 bytes "GLP2" · 7 bytes random prefix · pieces
 * Piece: up to 64 kB of ciphertext · 16 bytes tag (AES-256-GCM)
 * Nonce: prefix (7) · piece number (4, big-endian) · 1 for the last piece, else 0. Each file has its own key.
 * Associated data: "GLP2" · request · paper · object · piece number.
 * Older files begin with "GLP1" and are bound to request and paper alone; they are still read, never written.
 *
 * A piece that is altered, moved, repeated, dropped, or taken from another paper does not open; nor does a file cut
 * at the end of a piece, since its new last piece was not sealed as the last.
 */

export const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const PREFIX_BYTES = 7;
const MAGIC_BYTES = 4;
const magicOf = ({ objectId }: SealContext) => (objectId === null ? 'GLP1' : 'GLP2');

/**
 * What a sealed content belongs to. Under another request, paper or object it does not open. Without object: sealed
 * before objects were told apart.
 */
export type SealContext = { applicationId: string; paperId: string; objectId: string | null };

/** The stored bytes are not what was sealed under this key for this paper. Nothing of the faulty piece is released. */
export class SealBroken extends Error {
	override readonly name = 'SealBroken';

	constructor() {
		super('the seal of a stored paper is broken');
	}
}

/**
 * Seals a stream. Each part is as it is until the next one is asked for.
 * @param key 32 bytes, used for this content alone
 */
export async function* sealContent(
	plain: AsyncIterable<Uint8Array>,
	key: Uint8Array,
	context: SealContext
): AsyncGenerator<Buffer> {
	const prefix = randomBytes(PREFIX_BYTES);
	yield Buffer.concat([Buffer.from(magicOf(context), 'ascii'), prefix]);
	for await (const { bytes, index, last } of inChunks(plain, PIECE_BYTES)) {
		const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, index, last));
		cipher.setAAD(associated(context, index));
		const sealed = cipher.update(bytes);
		yield sealed;
		giveBack(sealed);
		// In this mode nothing is left for the end but the tag.
		cipher.final();
		yield cipher.getAuthTag();
	}
}

/**
 * Opens a sealed stream. Each piece is given out only after its tag was verified.
 * @throws SealBroken at the first piece that is not genuine; what came before it was
 */
export async function* openContent(
	sealed: AsyncIterable<Uint8Array>,
	key: Uint8Array,
	context: SealContext
): AsyncGenerator<Buffer> {
	const { prefix, rest } = await readHeader(sealed, magicOf(context));
	for await (const { bytes, index, last } of inChunks(rest, PIECE_BYTES + TAG_BYTES)) {
		yield openPiece(bytes, key, nonce(prefix, index, last), associated(context, index));
	}
}

function openPiece(sealed: Buffer, key: Uint8Array, iv: Buffer, aad: Buffer): Buffer {
	if (sealed.length < TAG_BYTES) throw new SealBroken();
	const at = sealed.length - TAG_BYTES;
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
		decipher.setAAD(aad);
		decipher.setAuthTag(sealed.subarray(at));
		const plain = decipher.update(sealed.subarray(0, at));
		decipher.final();
		return plain;
	} catch {
		throw new SealBroken();
	}
}

/** Takes the header off the front of the stream, wherever its parts were cut. */
async function readHeader(sealed: AsyncIterable<Uint8Array>, magic: string) {
	const length = MAGIC_BYTES + PREFIX_BYTES;
	const parts = sealed[Symbol.asyncIterator]();
	let head = Buffer.alloc(0);
	while (head.length < length) {
		const next = await parts.next();
		if (next.done) throw new SealBroken();
		head = Buffer.concat([head, next.value]);
	}
	if (head.toString('latin1', 0, MAGIC_BYTES) !== magic) {
		await parts.return?.();
		throw new SealBroken();
	}
	return { prefix: head.subarray(MAGIC_BYTES, length), rest: after(head.subarray(length), parts) };
}

async function* after(first: Buffer, parts: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		yield first;
		for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
	} finally {
		// Closes the file underneath when the reader stops early.
		await parts.return?.();
	}
}

function nonce(prefix: Buffer, index: number, last: boolean): Buffer {
	const tail = Buffer.alloc(5);
	tail.writeUInt32BE(index, 0);
	tail.writeUInt8(last ? 1 : 0, 4);
	return Buffer.concat([prefix, tail]);
}

function associated(context: SealContext, index: number): Buffer {
	const { applicationId, paperId, objectId } = context;
	const of = [magicOf(context), applicationId, paperId, ...(objectId === null ? [] : [objectId])];
	return Buffer.from([...of, index].join('\n'), 'utf8');
}
