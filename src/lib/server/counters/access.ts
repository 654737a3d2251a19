import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';

/** May this actor change what is said of this counter? Its agents and the head of the housing service; the software, for its seeds. */
export function mayEditCounter(actor: Actor, counterId: string): boolean {
	if (actor.kind === 'system') return true;
	if (actor.kind !== 'agent') return false;
	return actor.role === 'head' || actor.counterIds.includes(counterId);
}

/** @throws Refused: a counter is public, so there is nothing to hide behind a 404 */
export function requireCounterEditor(actor: Actor, counterId: string): void {
	if (!mayEditCounter(actor, counterId)) throw new Refused('edit-counter');
}
