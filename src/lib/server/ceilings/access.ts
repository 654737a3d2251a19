import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { mayChangeSettings } from '../settings/access.ts';

/** The same people as for the other figures of the whole service. @throws Refused */
export function requireCeilingsEditor(actor: Actor): void {
	if (!mayChangeSettings(actor)) throw new Refused('set-ceilings');
}
