import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';
import { writeOpening } from './write-opening.ts';

/**
 * Opens a counter: every week or every n weeks, on one day more, or in place of the usual hours of a day.
 * @throws as carryOut
 */
export async function addOpening(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'add-opening'>>
): Promise<CarriedOut> {
	return carryOut(tx, actor, input, ({ counter }) =>
		writeOpening(tx, counter.id, input.change.opening)
	);
}
