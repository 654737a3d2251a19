import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import { opening } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';

/**
 * Takes an opening away; the people it no longer receives are told.
 * @throws as carryOut
 */
export async function removeOpening(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'remove-opening'>>
): Promise<CarriedOut> {
	const { id } = input.change;
	return carryOut(tx, actor, input, async () => {
		await tx.delete(opening).where(eq(opening.id, id));
		return id;
	});
}
