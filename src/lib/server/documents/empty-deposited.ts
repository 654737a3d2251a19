import { isNotNull } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { emptyDue, type Emptied } from './empty-due.ts';

/**
 * Destroys the content of papers that an agent has filed in SNE, once the grace is over: from there it is read by
 * whoever may (L441-2-1), and a second copy is of no use to anybody. Kind, dates, agent and verdict stay.
 * @returns how many, at most 50 a call, and the objects to remove after the commit
 */
export function emptyDeposited(tx: Tx, actor: Actor): Promise<Emptied> {
	return emptyDue(tx, actor, { which: isNotNull(paper.depositedAt), since: paper.depositedAt });
}
