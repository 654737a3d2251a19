import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { CODE_TRIES } from '../../domain/accounts/activation-code.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { activationCode, applicantAccount } from '../db/schema/accounts.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { signChoice } from './choice-token.ts';
import { LIVE_CODE } from './queries.ts';
import { verifySecret } from './secret-hash.ts';

export type SpentTry = { codeId: string; codeHash: string } | null;

/**
 * Spends one of the five tries of the code behind a number, before the digits are looked at. To be committed by
 * itself: guesses made at the same moment, or cut off, then cost a try each.
 * @returns null when there is no such number, no code, or the code is expired or dead
 */
export async function spendCodeTry(tx: Tx, number: string): Promise<SpentTry> {
	const accounts = tx
		.select({ id: applicantAccount.id })
		.from(applicantAccount)
		.innerJoin(application, eq(application.id, applicantAccount.applicationId))
		.where(eq(application.uniqueNumber, number));
	const usable = and(
		LIVE_CODE,
		gt(activationCode.expiresAt, now()),
		lt(activationCode.failedTries, CODE_TRIES)
	);
	const [spent] = await tx
		.update(activationCode)
		.set({ failedTries: sql`${activationCode.failedTries} + 1` })
		.where(and(inArray(activationCode.accountId, accounts), usable))
		.returning({ codeId: activationCode.id, codeHash: activationCode.codeHash });
	return spent ?? null;
}

/**
 * First step of an activation: the code of the letter is right. The try is given back, the code stays unused.
 * Run inside {@link attemptSpending}, after {@link spendCodeTry}.
 * @param input.code 16 digits
 * @returns a token for the second step; null, after the same work, whatever was wrong
 */
export async function checkActivationCode(
	tx: Tx,
	_actor: Actor,
	{ code, spent }: { code: string; spent: SpentTry }
): Promise<{ token: string } | null> {
	const right = await verifySecret(spent?.codeHash, code);
	if (!spent || !right) return null;
	await tx
		.update(activationCode)
		.set({ failedTries: sql`greatest(${activationCode.failedTries} - 1, 0)` })
		.where(eq(activationCode.id, spent.codeId));
	return { token: signChoice(spent.codeId) };
}
