import { unwrapKey } from './keyring.ts';
import type { OpenedPaper } from './open-paper.ts';
import { openContent } from './sealing.ts';
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
	const key = unwrapKey(vault.ring, opened.wrapped, opened.context);
	const pieces = openContent(await vault.store.read(opened.storageKey), key, opened.context);
	const first = await pieces.next();
	return joined(first, pieces);
}

async function* joined(
	first: IteratorResult<Uint8Array>,
	pieces: AsyncGenerator<Uint8Array>
): AsyncGenerator<Uint8Array> {
	try {
		if (first.done) return;
		yield first.value;
		yield* pieces;
	} finally {
		await pieces.return(undefined);
	}
}
