import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';

/** The head of the housing service answers for what agents may do; the software, for its seeds. @throws Refused */
export function requireHead(actor: Actor, action: string): void {
	if (actor.kind === 'system' || (actor.kind === 'agent' && actor.role === 'head')) return;
	throw new Refused(action);
}
