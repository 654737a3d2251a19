import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';

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

/**
 * Who may change when a counter receives: what is read on the way (who comes, when) is not public.
 * @throws Refused for whoever is no agent, NotFound for the agent of another counter
 */
export function requireOpeningsEditor(actor: Actor, counterId: string): void {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('edit-openings');
	if (!mayEditCounter(actor, counterId)) throw new NotFound('counter');
}

/** Motives are those of the whole service. @throws Refused unless the head of service or the software acts */
export function requireHead(actor: Actor): void {
	if (actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'head')) return;
	throw new Refused('change-motive');
}
