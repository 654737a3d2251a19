import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import { closure } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';

/**
 * Closes a counter on whole days; those who had an appointment then are told.
 * @throws as carryOut
 */
export async function addClosure(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'add-closure'>>
): Promise<CarriedOut> {
	return carryOut(tx, actor, input, async ({ counter }) => {
		const [added] = await tx
			.insert(closure)
			.values({ ...input.change.closure, counterId: counter.id })
			.returning({ id: closure.id });
		return added!.id;
	});
}
