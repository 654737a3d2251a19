import { and, asc, eq, sql } from 'drizzle-orm';
import { activationCode, applicantAccount, staffAccount } from '../db/schema/accounts.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** The account behind a unique number in stored form, with the code that is neither used nor cancelled, if any. */
export async function accountByNumber(tx: Tx, uniqueNumber: string) {
	const [found] = await tx
		.select({ account: applicantAccount, code: activationCode })
		.from(applicantAccount)
		.innerJoin(application, eq(application.id, applicantAccount.applicationId))
		.leftJoin(activationCode, and(eq(activationCode.accountId, applicantAccount.id), LIVE_CODE))
		.where(eq(application.uniqueNumber, uniqueNumber));
	return found ?? null;
}

/** As the partial unique index `activation_code_one_live` says it: at most one an account. */
export const LIVE_CODE = sql`${activationCode.usedAt} is null and ${activationCode.cancelledAt} is null`;

/** The staff account of an e-mail address in stored form (lower case). */
export async function staffByEmail(tx: Tx, email: string) {
	const [found] = await tx
		.select()
		.from(staffAccount)
		.where(eq(staffAccount.email, email))
		.orderBy(asc(staffAccount.id));
	return found ?? null;
}
