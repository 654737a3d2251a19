import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { deskName, requireDesk, requireFreeName } from './desk-names.ts';
import { auditCounter, ownCounterId } from './own-counter.ts';

/**
 * Gives a desk another name.
 * @throws Refused, NotFound as ownCounterId and for the desk of another counter; RuleBroken `desk-name-missing`,
 * `too-long`, `desk-name-taken`
 */
export async function renameDesk(
	tx: Tx,
	actor: Actor,
	input: { slug: string; deskId: string; name: string }
): Promise<void> {
	const counterId = await ownCounterId(tx, actor, input.slug);
	await requireDesk(tx, counterId, input.deskId);
	const name = deskName(input.name);
	await requireFreeName(tx, counterId, name, input.deskId);
	await tx.update(desk).set({ name }).where(eq(desk.id, input.deskId));
	await auditCounter(tx, actor, counterId, 'rename-desk', { desk: input.deskId });
}
