import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { hashedSessionId } from '../accounts/session-adapter.ts';
import { pushSubscription } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** A phone no longer wants notifications. None is no error. */
export async function dropSubscription(
	tx: Tx,
	_actor: Actor,
	{ sessionSecret }: { sessionSecret: string }
): Promise<void> {
	await tx
		.delete(pushSubscription)
		.where(eq(pushSubscription.sessionId, hashedSessionId(sessionSecret)));
}
