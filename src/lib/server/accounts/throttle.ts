import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import {
	ACCOUNT_LIMITS,
	DAY,
	SOURCE_LIMITS,
	waitSeconds,
	type Limits
} from '../../domain/accounts/sign-in-delay.ts';
import { sourceNetwork } from '../../domain/accounts/source-network.ts';
import { now } from '../clock.ts';
import { signInFailure } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { keyedHash } from './derived-key.ts';

/** One try at a door: which door, which account was named (existing or not), from which address. */
export type Try = {
	door: 'password' | 'code' | 'staff' | 'helper' | 'helper-code' | 'helper-reset' | 'invitation';
	account: string;
	source: string;
};

export type Counted = { waitSeconds: number; accountSubject: string; failureIds: string[] };

/**
 * Counts a try as failed before it is made, unless earlier failures impose a wait. To be committed by itself: the
 * count then survives whatever happens to the try, and tries made at the same moment cannot pass under the limit.
 * A refusal to try is not counted, so that a person who waits as asked always gets in again.
 */
export async function countTry(tx: Tx, attempt: Try): Promise<Counted> {
	const account = subject(attempt.door, attempt.account);
	const source = subject('source', sourceNetwork(attempt.source));
	await lockSubjects(tx, [account, source]);
	const wait = Math.max(
		await waitFor(tx, account, ACCOUNT_LIMITS),
		await waitFor(tx, source, SOURCE_LIMITS)
	);
	if (wait > 0) return { waitSeconds: wait, accountSubject: account, failureIds: [] };
	const failedAt = now();
	const counted = await tx
		.insert(signInFailure)
		.values([
			{ subject: account, failedAt },
			{ subject: source, failedAt }
		])
		.returning({ id: signInFailure.id });
	return { waitSeconds: 0, accountSubject: account, failureIds: counted.map(({ id }) => id) };
}

/** After a success: this try was no failure, and the account starts afresh. The source's other failures stay. */
export async function forgiveTry(tx: Tx, counted: Counted): Promise<void> {
	await tx.delete(signInFailure).where(inArray(signInFailure.id, counted.failureIds));
	await tx.delete(signInFailure).where(eq(signInFailure.subject, counted.accountSubject));
}

/** Deletes the failures that count no more, whoever they are about. @returns how many */
export async function deleteOldFailures(tx: Tx): Promise<number> {
	const gone = await tx
		.delete(signInFailure)
		.where(lte(signInFailure.failedAt, now().subtract(DAY)))
		.returning({ id: signInFailure.id });
	return gone.length;
}

function subject(kind: string, value: string): string {
	return `${kind}:${keyedHash('sign-in-subject', `${kind}:${value}`).toString('base64url')}`;
}

/** Tries that share a subject wait for one another; always in the same order, so that none waits in a circle. */
async function lockSubjects(tx: Tx, subjects: string[]): Promise<void> {
	for (const one of [...subjects].sort()) {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${one}, 0))`);
	}
}

async function waitFor(tx: Tx, name: string, limits: Limits): Promise<number> {
	const at = now();
	const failures = await tx
		.select({ failedAt: signInFailure.failedAt })
		.from(signInFailure)
		.where(and(eq(signInFailure.subject, name), gt(signInFailure.failedAt, at.subtract(DAY))))
		.orderBy(desc(signInFailure.failedAt))
		.limit(limits.perDay);
	return waitSeconds(
		failures.map((failure) => failure.failedAt),
		at,
		limits
	);
}
