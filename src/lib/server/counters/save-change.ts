import type { Actor } from '../../domain/accounts/actor.ts';
import type { CounterChange } from '../../domain/counters/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { addClosure } from './add-closure.ts';
import { addDeskAbsence } from './add-desk-absence.ts';
import { addOpening } from './add-opening.ts';
import type { CarriedOut, ChangeInput } from './carry-out.ts';
import { changeOpening } from './change-opening.ts';
import { closeDesk } from './close-desk.ts';
import { removeClosure } from './remove-closure.ts';
import { removeDeskAbsence } from './remove-desk-absence.ts';
import { removeOpening } from './remove-opening.ts';

/** Saves the change that a form described, by the use case of its kind. @throws as carryOut */
export async function saveChange(
	tx: Tx,
	actor: Actor,
	{ change, ...rest }: ChangeInput<CounterChange>
): Promise<CarriedOut> {
	switch (change.kind) {
		case 'add-opening':
			return addOpening(tx, actor, { ...rest, change });
		case 'change-opening':
			return changeOpening(tx, actor, { ...rest, change });
		case 'remove-opening':
			return removeOpening(tx, actor, { ...rest, change });
		case 'add-closure':
			return addClosure(tx, actor, { ...rest, change });
		case 'remove-closure':
			return removeClosure(tx, actor, { ...rest, change });
		case 'add-desk-absence':
			return addDeskAbsence(tx, actor, { ...rest, change });
		case 'remove-desk-absence':
			return removeDeskAbsence(tx, actor, { ...rest, change });
		case 'close-desk':
			return closeDesk(tx, actor, { ...rest, change });
	}
}
