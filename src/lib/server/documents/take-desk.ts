import { eq, lt, or, sql } from 'drizzle-orm';
import type { Agent } from '../../domain/accounts/actor.ts';
import { DESK_MINUTES } from '../../domain/documents/review-queue.ts';
import { now } from '../clock.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import { paperDesk } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * An agent has a paper before them: for a few minutes others are led to another one. It binds nobody; what binds is
 * the decision.
 * @returns the name of the agent who has it already, null when it is ours
 */
export async function takeDesk(tx: Tx, agent: Agent, paperId: string): Promise<string | null> {
	const since = now();
	const free = or(
		eq(paperDesk.staffId, agent.staffId),
		lt(paperDesk.since, since.subtract({ minutes: DESK_MINUTES }))
	);
	const taken = await tx
		.insert(paperDesk)
		.values({ paperId, staffId: agent.staffId, since })
		.onConflictDoUpdate({
			target: paperDesk.paperId,
			set: { staffId: agent.staffId, since },
			setWhere: free!
		})
		.returning({ paperId: paperDesk.paperId });
	if (taken.length > 0) return null;
	const [other] = await tx
		.select({ name: sql<string>`coalesce(${staffAccount.name}, '')` })
		.from(paperDesk)
		.leftJoin(staffAccount, eq(staffAccount.id, paperDesk.staffId))
		.where(eq(paperDesk.paperId, paperId));
	return other?.name ?? null;
}
