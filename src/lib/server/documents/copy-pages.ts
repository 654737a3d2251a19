import { openObject, sealObject, type OfPaper, type SealedRow } from './sealed-objects.ts';
import type { NewObject } from './sealed-objects.ts';
import type { Vault } from './vault.ts';

/** A page with its picture sealed again for another paper; the copy lies in `incoming`. */
export type PageCopy = { pageId: string; copiedFrom: string; object: NewObject };

/**
 * Seals pictures of pages again for another paper, since each is bound to its own. Done before the transaction that
 * moves the pages (move-pages.ts): bytes are not to hold its locks. Whatever becomes of it, remove the copies from
 * `incoming` afterwards; one that was kept is no longer there.
 */
export async function copyPages(
	vault: Vault,
	pages: readonly { id: string; object: SealedRow }[],
	to: OfPaper
): Promise<PageCopy[]> {
	const copies: PageCopy[] = [];
	for (const { id, object } of pages) {
		const copy = await sealObject(vault, to, 'page', openObject(vault, object));
		copies.push({ pageId: id, copiedFrom: object.id, object: copy });
	}
	return copies;
}
