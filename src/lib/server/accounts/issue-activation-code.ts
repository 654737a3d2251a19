import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import {
	CODE_DAYS,
	CODE_DIGITS,
	groupCode,
	normaliseCode
} from '../../domain/accounts/activation-code.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { activationCode, applicantAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { environment } from '../environment.ts';
import { LIVE_CODE } from './queries.ts';
import { hashSecret } from './secret-hash.ts';

export type IssueInput = {
	applicationId: string;
	/** A code known beforehand, for the demonstration's people. Refused in production and to anybody but a seed. */
	code?: string;
};

/** The code in four groups, to be printed once; nothing can show it again. */
export type IssuedCode = { code: string; expiresAt: Temporal.Instant };

/**
 * A new activation code for a request, handed over after an identity check; the previous one is cancelled. Opens the
 * request's account when there is none. An agent sees the code once and never the password (ASVS 5.0 6.4.6).
 * @throws Refused to anybody but an agent or the software; NotFound for a request the agent may not see
 */
export async function issueActivationCode(
	tx: Tx,
	actor: Actor,
	input: IssueInput
): Promise<IssuedCode> {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('issue-activation-code');
	const digits = input.code === undefined ? randomDigits() : knownCode(actor, input.code);
	await requireApplication(tx, actor, input.applicationId);
	const accountId = await lockedAccount(tx, input.applicationId);
	const createdAt = now();
	const expiresAt = createdAt.add({ hours: 24 * CODE_DAYS });
	await tx
		.update(activationCode)
		.set({ cancelledAt: createdAt })
		.where(and(eq(activationCode.accountId, accountId), LIVE_CODE));
	const codeHash = await hashSecret(digits);
	const issued = await tx
		.insert(activationCode)
		.values({ accountId, codeHash, createdAt, expiresAt })
		.returning({ id: activationCode.id });
	await recordAudit(tx, actor, {
		action: 'issue-activation-code',
		applicationId: input.applicationId,
		subjectKind: 'activation-code',
		subjectId: issued[0]?.id ?? ''
	});
	return { code: groupCode(digits), expiresAt };
}

function randomDigits(): string {
	return Array.from({ length: CODE_DIGITS }, () => randomInt(10)).join('');
}

function knownCode(actor: Actor, typed: string): string {
	const allowed = actor.kind === 'system' && ['demo', 'test'].includes(environment().GUICHET_MODE);
	const digits = normaliseCode(typed);
	if (!allowed || !digits) throw new Refused('choose-activation-code');
	return digits;
}

/** The row lock makes two agents who issue at the same moment come one after the other. */
async function lockedAccount(tx: Tx, applicationId: string): Promise<string> {
	await tx
		.insert(applicantAccount)
		.values({ applicationId, createdAt: now() })
		.onConflictDoNothing();
	const [account] = await tx
		.select({ id: applicantAccount.id })
		.from(applicantAccount)
		.where(eq(applicantAccount.applicationId, applicationId))
		.for('update');
	if (!account) throw new NotFound('account');
	return account.id;
}
