import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { mayChangeSettings } from '../settings/access.ts';

/** Figures speak for the whole service: whoever answers for it imports them. */
export function mayImportFigures(actor: Actor): boolean {
	return mayChangeSettings(actor);
}

/** @throws Refused */
export function requireFiguresEditor(actor: Actor): void {
	if (!mayImportFigures(actor)) throw new Refused('import-figures');
}
