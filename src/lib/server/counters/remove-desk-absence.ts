import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import { deskAbsence } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';

/**
 * Takes an absence of a desk back.
 * @throws as carryOut
 */
export async function removeDeskAbsence(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'remove-desk-absence'>>
): Promise<CarriedOut> {
	const { id } = input.change;
	return carryOut(tx, actor, input, async () => {
		await tx.delete(deskAbsence).where(eq(deskAbsence.id, id));
		return id;
	});
}
