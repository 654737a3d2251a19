/*
 * What the workshop says on its standard output: frames of a 4-byte length, that many bytes of JSON, and, for a page,
 * the bytes of its picture, whose length the JSON gives.
 */
import type { PaperTrouble } from '../../../domain/documents/paper-codes.ts';

export type PageFrame = { width: number; height: number; bytes: number };
export type Frame =
	{ ready: true } | { page: PageFrame } | { trouble: PaperTrouble } | { pages: number };

/** A picture longer than this is not one of ours. */
const PICTURE_BYTES_MAX = 40_000_000;
const HEAD_BYTES_MAX = 1_000;

export function frameBytes(frame: Frame, picture: Uint8Array = new Uint8Array()): Buffer {
	const head = Buffer.from(JSON.stringify(frame), 'utf8');
	const length = Buffer.alloc(4);
	length.writeUInt32BE(head.length);
	return Buffer.concat([length, head, picture]);
}

/**
 * Reads frames as they come, holding one picture at a time.
 * @throws Error on anything that is not a frame: what speaks may have been taken over
 */
export async function* readFrames(
	source: AsyncIterable<Uint8Array>
): AsyncGenerator<{ frame: Frame; picture: Buffer }> {
	const take = taker(source);
	for (;;) {
		const length = await take(4);
		if (length === null) return;
		const size = length.readUInt32BE();
		if (size > HEAD_BYTES_MAX) throw new Error('the workshop says something else');
		const frame = JSON.parse((await needed(take(size))).toString('utf8')) as Frame;
		const bytes = 'page' in frame ? frame.page.bytes : 0;
		if (!Number.isInteger(bytes) || bytes < 0 || bytes > PICTURE_BYTES_MAX) {
			throw new Error('the workshop says something else');
		}
		yield { frame, picture: bytes === 0 ? Buffer.alloc(0) : await needed(take(bytes)) };
	}
}

async function needed(taken: Promise<Buffer | null>): Promise<Buffer> {
	const bytes = await taken;
	if (bytes === null) throw new Error('the workshop stopped in the middle of a word');
	return bytes;
}

/** Gives exactly so many bytes at a time; null at a clean end. */
function taker(source: AsyncIterable<Uint8Array>) {
	const parts = source[Symbol.asyncIterator]();
	let held: Uint8Array[] = [];
	let length = 0;
	return async (size: number): Promise<Buffer | null> => {
		while (length < size) {
			const next = await parts.next();
			if (next.done) {
				if (length === 0) return null;
				throw new Error('the workshop stopped in the middle of a word');
			}
			held.push(next.value);
			length += next.value.length;
		}
		const all = Buffer.concat(held, length);
		held = [all.subarray(size)];
		length -= size;
		return all.subarray(0, size);
	};
}
