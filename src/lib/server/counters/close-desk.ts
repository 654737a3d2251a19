import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';

/**
 * Closes a desk for good, or until it is opened again; its appointments are to be moved, the people told.
 * @throws as carryOut
 */
export async function closeDesk(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'close-desk'>>
): Promise<CarriedOut> {
	const { id } = input.change;
	return carryOut(tx, actor, input, async () => {
		await tx.update(desk).set({ active: false }).where(eq(desk.id, id));
		return id;
	});
}
