export type Chunk = { bytes: Buffer; index: number; last: boolean };

/**
 * Cuts a stream again into pieces of exactly `size` bytes; only the last may be shorter, and it is marked.
 * An empty stream gives one empty last piece. Holds at most two pieces and one part of the source in memory.
 */
export async function* inChunks(
	source: AsyncIterable<Uint8Array>,
	size: number
): AsyncGenerator<Chunk> {
	let pending: Uint8Array[] = [];
	let held = 0;
	let index = 0;
	for await (const part of source) {
		pending.push(part);
		held += part.length;
		// Strictly more than one piece: the last one must still be in hand when the stream ends.
		if (held <= size) continue;
		const all = Buffer.concat(pending, held);
		let from = 0;
		for (; all.length - from > size; from += size) {
			yield { bytes: all.subarray(from, from + size), index: index++, last: false };
		}
		const rest = all.subarray(from);
		pending = [rest];
		held = rest.length;
	}
	yield { bytes: Buffer.concat(pending, held), index, last: true };
}
