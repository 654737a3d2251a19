import type { Actor } from '../../domain/accounts/actor.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { lockPaper, requireOwner } from './access.ts';
import { destroyContent, erasePaper } from './destroy-content.ts';

/**
 * The applicant takes a paper back, as long as nobody has checked it (RGPD art. 17). Its keys are destroyed with the
 * row's change, so its content is unreadable from the commit on; only the fact stays. Of a draft, which nobody else
 * ever saw, nothing stays at all.
 *
 * @returns the names of the objects to remove from the store after the commit; the sweeper removes them otherwise
 * @throws NotFound; RuleBroken `paper-action-forbidden` once an agent has taken it up
 */
export async function withdrawPaper(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<{ storageKeys: StorageKey[] }> {
	requireOwner(actor, 'withdraw-paper');
	const found = await lockPaper(tx, actor, input.paperId);
	const state = paperStateAfter(found.state, 'delete', 'applicant');
	const storageKeys =
		found.state === 'receiving'
			? await erasePaper(tx, found.id)
			: await destroyContent(tx, found.id, { state, reason: null });
	return { storageKeys };
}
