import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import { closure } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';

/**
 * Takes a closure back: the usual hours of these days count again.
 * @throws as carryOut
 */
export async function removeClosure(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'remove-closure'>>
): Promise<CarriedOut> {
	const { id } = input.change;
	return carryOut(tx, actor, input, async () => {
		await tx.delete(closure).where(eq(closure.id, id));
		return id;
	});
}
