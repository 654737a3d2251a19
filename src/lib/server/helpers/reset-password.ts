import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { canonicalPassword, passwordFault } from '../../domain/accounts/password.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { endAllSessions, startSession } from '../accounts/lucia.ts';
import { hashSecret } from '../accounts/secret-hash.ts';
import type { SignedIn } from '../accounts/sign-in-applicant.ts';
import { isUuid } from '../applications/access.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { accountInReset, isReset } from './reset-token.ts';

export type ResetInput = { token: string; password: string; previousSecret: string | null };

/**
 * A helper chooses a new password by the link they were sent: every session they had ends, and they are signed in.
 * @throws RuleBroken `reset-over` for a link that was used, forged or too old; a PasswordFault otherwise
 */
export async function resetPassword(tx: Tx, _actor: Actor, input: ResetInput): Promise<SignedIn> {
	const accountId = accountInReset(input.token);
	if (!accountId || !isUuid(accountId)) throw new RuleBroken('reset-over');
	const [account] = await tx
		.select()
		.from(helperAccount)
		.where(eq(helperAccount.id, accountId))
		.for('update');
	if (!account || !isReset(input.token, account.passwordHash)) throw new RuleBroken('reset-over');
	const fault = passwordFault(input.password, account.contact);
	if (fault) throw new RuleBroken(fault);
	const passwordHash = await hashSecret(canonicalPassword(input.password));
	await tx.update(helperAccount).set({ passwordHash }).where(eq(helperAccount.id, account.id));
	await endAllSessions(tx, `helper:${account.id}`);
	return { sessionSecret: await startSession(tx, `helper:${account.id}`, input.previousSecret) };
}
