import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { deskName, requireFreeName } from './desk-names.ts';
import { auditCounter, ownCounterId } from './own-counter.ts';

/**
 * Adds a desk to a counter. It receives nobody until an opening names it.
 * @returns its id
 * @throws Refused, NotFound as ownCounterId; RuleBroken `desk-name-missing`, `too-long`, `desk-name-taken`
 */
export async function addDesk(
	tx: Tx,
	actor: Actor,
	input: { slug: string; name: string }
): Promise<string> {
	const counterId = await ownCounterId(tx, actor, input.slug);
	const name = deskName(input.name);
	await requireFreeName(tx, counterId, name);
	const [added] = await tx
		.insert(desk)
		.values({ counterId, name })
		.onConflictDoNothing()
		.returning({ id: desk.id });
	if (!added) throw new RuleBroken('desk-name-taken', { field: 'name' });
	await auditCounter(tx, actor, counterId, 'add-desk', { desk: added.id });
	return added.id;
}
