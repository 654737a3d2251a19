import type { Actor } from '../../domain/accounts/actor.ts';
import type { PaperState } from '../../domain/documents/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { requireContent, requireReadable, type LockedPaper } from './access.ts';

/** Papers whose pages may still go to another paper: nobody has decided on them. */
export const UNDECIDED: readonly PaperState[] = ['received', 'being_checked'];

/**
 * What has to be true before an agent arranges the pages of a paper: they may read it, it can be read, and it is not
 * decided, deposited or set aside.
 * @throws Refused; RuleBroken `paper-not-ready`, `paper-not-arrangeable`
 */
export function requireArrangeable(
	actor: Actor,
	found: LockedPaper,
	states: readonly PaperState[] = UNDECIDED
): void {
	requireContent(actor, found.sensitive, 'arrange-paper');
	if (!states.includes(found.state)) throw new RuleBroken('paper-not-arrangeable');
	requireReadable(found);
}
