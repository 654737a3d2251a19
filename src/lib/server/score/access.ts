import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { mayChangeSettings } from '../settings/access.ts';

/** The grid binds the whole service: whoever answers for it writes it; every agent may read it. */
export function mayEditGrid(actor: Actor): boolean {
	return mayChangeSettings(actor);
}

/** @throws Refused */
export function requireGridEditor(actor: Actor): void {
	if (!mayEditGrid(actor)) throw new Refused('edit-grid');
}

/** @throws Refused to whoever is not of the staff */
export function requireGridReader(actor: Actor): void {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('read-grids');
}
