import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { tryHelperCode } from './helper-code.ts';
import { accountInToken, isStep, signDevice } from './helper-tokens.ts';
import { startSession } from './lucia.ts';
import type { SignedIn } from './sign-in-applicant.ts';

export type CodeInput = {
	/** Earned with the password (sign-in-helper.ts). */
	token: string;
	/** Six digits. */
	code: string;
	previousSecret: string | null;
};

/** `device` lets this browser sign in without a code for a while, if its owner wants it. */
export type CodeConfirmed = SignedIn & { device: string };

/**
 * Second step of a helper's sign-in: the code of the message. Run inside {@link attempt}.
 * @returns null for a wrong code
 * @throws RuleBroken `code-over` when the code, or the first step, is no longer good: one starts again
 */
export async function confirmHelperCode(
	tx: Tx,
	_actor: Actor,
	{ token, code, previousSecret }: CodeInput
): Promise<CodeConfirmed | null> {
	const accountId = accountInToken(token);
	if (!accountId || !isUuid(accountId)) throw new RuleBroken('code-over');
	const [account] = await tx
		.select()
		.from(helperAccount)
		.where(eq(helperAccount.id, accountId))
		.for('update');
	if (!account || !isStep(token, account)) throw new RuleBroken('code-over');
	const answer = await tryHelperCode(tx, account, code);
	if (answer === 'dead') throw new RuleBroken('code-over');
	if (answer === 'wrong') return null;
	const sessionSecret = await startSession(tx, `helper:${account.id}`, previousSecret);
	return { sessionSecret, device: signDevice(account) };
}
