import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { expireDrafts } from '../lib/server/documents/expire-drafts.ts';
import { removeKept } from '../lib/server/documents/sealed-objects.ts';
import { vault } from '../lib/server/documents/vault.ts';
import { log } from '../lib/server/log.ts';

/** Removes the documents that were begun and never sent, a part at a time. */
export async function expireUnsentDrafts(): Promise<void> {
	const actor = system('expire-drafts');
	const { store } = await vault();
	let gone = 0;
	for (;;) {
		const { drafts, storageKeys } = await unitOfWork(actor, (tx) => expireDrafts(tx, actor));
		await removeKept(store, storageKeys);
		if (drafts === 0) break;
		gone += drafts;
	}
	if (gone > 0) log.info({ gone }, 'unsent drafts expired');
}
