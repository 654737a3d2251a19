import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireDesk } from './desk-names.ts';
import { auditCounter, ownCounterId } from './own-counter.ts';

/**
 * Opens a closed desk again, with the openings it still has.
 * @throws Refused, NotFound as ownCounterId and for the desk of another counter
 */
export async function reopenDesk(
	tx: Tx,
	actor: Actor,
	input: { slug: string; deskId: string }
): Promise<void> {
	const counterId = await ownCounterId(tx, actor, input.slug);
	await requireDesk(tx, counterId, input.deskId);
	await tx.update(desk).set({ active: true }).where(eq(desk.id, input.deskId));
	await auditCounter(tx, actor, counterId, 'reopen-desk', { desk: input.deskId });
}
