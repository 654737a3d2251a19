import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';

/** The head of the housing service answers for the figures of the whole service; the software, for its seeds. */
export function mayChangeSettings(actor: Actor): boolean {
	return actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'head');
}

/** @throws Refused */
export function requireSettingsEditor(actor: Actor): void {
	if (!mayChangeSettings(actor)) throw new Refused('set-setting');
}
