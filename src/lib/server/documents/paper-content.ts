import type { OpenedPaper } from './opened-paper.ts';
import { openObject } from './sealed-objects.ts';
import { turnPicture } from './turn-picture.ts';
import type { Vault } from './vault.ts';

/**
 * The bytes of an opened paper, streaming. The first piece is verified before this returns, so that a broken seal or
 * a missing object is an error and not a cut answer.
 * @throws SealBroken, ObjectMissing
 */
export async function paperContent(
	vault: Vault,
	opened: OpenedPaper
): Promise<AsyncIterable<Uint8Array>> {
	const pieces = turnPicture(openObject(vault, opened.object), opened.rotation);
	const first = await pieces.next();
	return { [Symbol.asyncIterator]: () => replayed(first, pieces) };
}

/** Gives the first piece again, then the others. Not a generator: one that was never started closes nothing. */
function replayed(
	first: IteratorResult<Uint8Array>,
	pieces: AsyncGenerator<Uint8Array>
): AsyncIterator<Uint8Array> {
	let unread: IteratorResult<Uint8Array> | null = first;
	return {
		async next() {
			const again = unread;
			unread = null;
			return again ?? pieces.next();
		},
		return: () => pieces.return(undefined)
	};
}
