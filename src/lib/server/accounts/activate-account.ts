import { and, eq, gt } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { canonicalPassword, passwordFault } from '../../domain/accounts/password.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { activationCode, applicantAccount } from '../db/schema/accounts.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { readChoice } from './choice-token.ts';
import { endAllSessions, startSession } from './lucia.ts';
import { LIVE_CODE } from './queries.ts';
import { hashSecret } from './secret-hash.ts';
import type { SignedIn } from './sign-in-applicant.ts';

export type ActivationInput = {
	/** Given by checkActivationCode. */
	token: string;
	password: string;
	/** Language of the screen: the one messages to this person are written in. */
	locale: string;
	previousSecret: string | null;
};

/**
 * Second step of an activation: the password is chosen, the code is used up, every earlier session of the account
 * ends, and the person is signed in. Also the way back in for somebody who lost the password.
 * @throws RuleBroken `activation-ended` when the token or the code is no longer good; a PasswordFault otherwise.
 * Nothing is then written.
 */
export async function activateAccount(
	tx: Tx,
	_actor: Actor,
	input: ActivationInput
): Promise<SignedIn> {
	const { account, number } = await useCode(tx, input.token);
	const fault = passwordFault(input.password, number);
	if (fault) throw new RuleBroken(fault);
	const passwordHash = await hashSecret(canonicalPassword(input.password));
	await tx
		.update(applicantAccount)
		.set({ passwordHash, activatedAt: now(), locale: input.locale })
		.where(eq(applicantAccount.id, account.id));
	await endAllSessions(tx, `applicant:${account.id}`);
	const { applicationId } = account;
	await recordAudit(
		tx,
		{ kind: 'applicant', accountId: account.id, applicationId },
		{
			action: 'activate-account',
			applicationId,
			subjectKind: 'applicant-account',
			subjectId: account.id
		}
	);
	return { sessionSecret: await startSession(tx, `applicant:${account.id}`, input.previousSecret) };
}

/** One row, one use: of two activations at the same moment, the second finds nothing. */
async function useCode(tx: Tx, token: string) {
	const codeId = readChoice(token);
	if (!codeId) throw new RuleBroken('activation-ended');
	const [used] = await tx
		.update(activationCode)
		.set({ usedAt: now() })
		.where(and(eq(activationCode.id, codeId), LIVE_CODE, gt(activationCode.expiresAt, now())))
		.returning({ accountId: activationCode.accountId });
	if (!used) throw new RuleBroken('activation-ended');
	const [found] = await tx
		.select({ account: applicantAccount, number: application.uniqueNumber })
		.from(applicantAccount)
		.innerJoin(application, eq(application.id, applicantAccount.applicationId))
		.where(eq(applicantAccount.id, used.accountId));
	if (!found) throw new RuleBroken('activation-ended');
	return found;
}
