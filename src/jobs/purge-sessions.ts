import { lt, or } from 'drizzle-orm';
import { system } from '../lib/domain/accounts/actor.ts';
import { now } from '../lib/server/clock.ts';
import { session, signInFailure } from '../lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';

/** Failed sign-ins count for 24 hours (security.md T05); a second day is kept to look into an attack. */
const FAILURES_KEPT = { hours: 48 };

/** Removes sessions that are over and failed sign-ins that no longer count. */
export async function purgeSessions(): Promise<void> {
	const at = now();
	await unitOfWork(system('purge-sessions'), async (tx) => {
		await tx.delete(session).where(or(lt(session.expiresAt, at), lt(session.endsAt, at)));
		await tx.delete(signInFailure).where(lt(signInFailure.failedAt, at.subtract(FAILURES_KEPT)));
	});
}
