import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { requireAgent } from '../appointments/for-person.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { endEntry } from './leave-list.ts';
import { lockWaiter } from './lock-waiter.ts';
import { visibleEntries } from './waiting-list.ts';

/**
 * An agent takes somebody off the list of one of their counters, at the person's wish. A place that is being offered
 * goes to the next; the appointment they have is untouched. Twice is one success.
 * @throws NotFound for whoever is no agent and for the entry of another counter
 */
export async function takeOffList(
	tx: Tx,
	actor: Actor,
	{ entryId }: { entryId: string }
): Promise<void> {
	const agent = requireAgent(actor);
	if (!isUuid(entryId)) throw new NotFound('waiting-entry');
	const [entry] = await tx
		.select()
		.from(waitingEntry)
		.where(and(eq(waitingEntry.id, entryId), visibleEntries(agent)));
	if (!entry) throw new NotFound('waiting-entry');
	if (entry.endedAt) return;
	await lockWaiter(tx, entry);
	await endEntry(tx, agent, entryId);
	await recordAudit(tx, agent, {
		action: 'leave-waiting-list',
		applicationId: entry.applicationId,
		subjectKind: 'waiting-entry',
		subjectId: entryId
	});
}
