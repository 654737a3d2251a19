import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { deleteExpiredSessions } from './lucia.ts';
import { deleteOldFailures } from './throttle.ts';

/**
 * Deletes what sign-ins leave behind and nothing needs any more: ended sessions, failures older than a day. For a job.
 * @throws Refused to anybody but the software
 */
export async function deleteSignInTraces(tx: Tx, actor: Actor): Promise<void> {
	if (actor.kind !== 'system') throw new Refused('delete-sign-in-traces');
	await deleteExpiredSessions(tx);
	await deleteOldFailures(tx);
}
