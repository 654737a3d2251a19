import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';

/** The head of the housing service answers for what is printed of other bodies; the software, for its seeds. */
export function mayEditBodies(actor: Actor): boolean {
	return actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'head');
}

/** @throws Refused */
export function requireBodiesEditor(actor: Actor): void {
	if (!mayEditBodies(actor)) throw new Refused('edit-bodies');
}
