/** `bytes` are those of this chunk until the next one is asked for. */
export type Chunk = { bytes: Buffer; index: number; last: boolean };

/**
 * Cuts a stream again into pieces of exactly `size` bytes; only the last may be shorter, and it is marked.
 * An empty stream gives one empty last piece. Holds one piece, always in the same place, and one part of the source: a
 * new place for each piece would be garbage faster than it is collected.
 */
export async function* inChunks(
	source: AsyncIterable<Uint8Array>,
	size: number
): AsyncGenerator<Chunk> {
	const piece = Buffer.allocUnsafe(size);
	let held = 0;
	let index = 0;
	for await (const part of source) {
		for (let from = 0; from < part.length;) {
			// A full piece leaves when more follows: the last one must still be in hand when the stream ends.
			if (held === size) {
				yield { bytes: piece, index: index++, last: false };
				held = 0;
			}
			const taken = Math.min(size - held, part.length - from);
			piece.set(part.subarray(from, from + taken), held);
			held += taken;
			from += taken;
		}
	}
	yield { bytes: piece.subarray(0, held), index, last: true };
}
