import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { endSession } from './lucia.ts';

/** Whoever holds the cookie ends its session, on the server. Signing out twice is no error. */
export async function signOut(
	tx: Tx,
	_actor: Actor,
	{ secret }: { secret: string }
): Promise<void> {
	await endSession(tx, secret);
}
