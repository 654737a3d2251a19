import type { Actor } from '../../domain/accounts/actor.ts';
import type { ChangeOf } from '../../domain/counters/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { carryOut, type CarriedOut, type ChangeInput } from './carry-out.ts';
import { writeOpening } from './write-opening.ts';

/**
 * Changes an opening; the people it no longer receives are told.
 * @throws as carryOut
 */
export async function changeOpening(
	tx: Tx,
	actor: Actor,
	input: ChangeInput<ChangeOf<'change-opening'>>
): Promise<CarriedOut> {
	const { id, opening } = input.change;
	return carryOut(tx, actor, input, ({ counter }) => writeOpening(tx, counter.id, opening, id));
}
