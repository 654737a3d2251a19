import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import { deskAbsence } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';

/**
 * Writes that a desk does not receive for a while, once or every n weeks; those it was to receive are told.
 * @throws as carryOut
 */
export async function addDeskAbsence(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'add-desk-absence'>>
): Promise<CarriedOut> {
	return carryOut(tx, actor, input, async () => {
		const [added] = await tx
			.insert(deskAbsence)
			.values(input.change.absence)
			.returning({ id: deskAbsence.id });
		return added!.id;
	});
}
