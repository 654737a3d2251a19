import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { canonicalPassword } from '../../domain/accounts/password.ts';
import { now } from '../clock.ts';
import { applicantAccount, session } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { verifySecret } from './secret-hash.ts';
import { hashedSessionId } from './session-adapter.ts';

/**
 * Somebody signed in on their own phone gives the password once more, before a sensitive act. Run inside attempt.
 * @returns null for a wrong password, after the same work
 */
export async function confirmPassword(
	tx: Tx,
	_actor: Actor,
	input: { accountId: string; password: string; sessionSecret: string }
): Promise<true | null> {
	const [account] = await tx
		.select({ passwordHash: applicantAccount.passwordHash })
		.from(applicantAccount)
		.where(eq(applicantAccount.id, input.accountId));
	const right = await verifySecret(account?.passwordHash, canonicalPassword(input.password));
	if (!right) return null;
	await tx
		.update(session)
		.set({ verifiedAt: now() })
		.where(eq(session.id, hashedSessionId(input.sessionSecret)));
	return true;
}
