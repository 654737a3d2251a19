import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent, requireContent } from './access.ts';
import { depositPaper } from './deposit-paper.ts';

/**
 * An agent says that papers of one request are in SNE now: all of those chosen, or none.
 * @returns how many
 * @throws NotFound, also for a paper of another request; Refused for a sensitive one that this agent may not read;
 * RuleBroken `deposit-nothing`, `paper-action-forbidden`
 */
export async function depositPapers(
	tx: Tx,
	actor: Actor,
	{ applicationId, paperIds }: { applicationId: string; paperIds: readonly string[] }
): Promise<number> {
	requireAgent(actor, 'deposit-paper');
	// In one order whoever asks, so that two agents wait for each other instead of stopping each other.
	const ids = [...new Set(paperIds)].toSorted();
	if (ids.length === 0) throw new RuleBroken('deposit-nothing');
	for (const paperId of ids) {
		const found = await lockPaper(tx, actor, paperId);
		if (found.applicationId !== applicationId) throw new NotFound('paper');
		requireContent(actor, found.sensitive, 'deposit-paper');
		await depositPaper(tx, actor, { paperId });
	}
	return ids.length;
}
