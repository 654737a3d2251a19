import { inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { WILL_NOT_DO } from '../../domain/documents/states.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { emptyDue, type Emptied } from './empty-due.ts';

/**
 * Destroys the content of papers that were asked again or set aside, once the grace is over: until then the agent may
 * still say otherwise. They will never be filed in SNE, so this box has no reason to hold them (RGPD art. 5, 1, c and
 * e). What the person was told stays.
 * @returns how many, at most 50 a call, and the objects to remove after the commit
 */
export function emptyUnfit(tx: Tx, actor: Actor): Promise<Emptied> {
	return emptyDue(tx, actor, {
		which: inArray(paper.state, [...WILL_NOT_DO]),
		since: paper.checkedAt
	});
}
