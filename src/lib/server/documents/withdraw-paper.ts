import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { lockPaper, requireOwner } from './access.ts';

/**
 * The applicant takes a paper back, as long as nobody has checked it (RGPD art. 17). Its key is destroyed with the
 * row's change, so its content is unreadable from the commit on; only the fact stays.
 *
 * @returns the name of the object to remove from the store after the commit; the sweeper removes it otherwise
 * @throws NotFound; RuleBroken `paper-action-forbidden` once an agent has taken it up
 */
export async function withdrawPaper(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<{ storageKey: StorageKey | null }> {
	requireOwner(actor, 'withdraw-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	const state = paperStateAfter(found.state, 'delete', 'applicant');
	await tx
		.update(paper)
		.set({
			state,
			storageKey: null,
			wrappedKey: null,
			masterKeyVersion: null,
			// A name and a fingerprint say something of the content too.
			fileName: '',
			sha256: '0'.repeat(64),
			reason: null
		})
		.where(eq(paper.id, found.id));
	return { storageKey: found.storageKey };
}
