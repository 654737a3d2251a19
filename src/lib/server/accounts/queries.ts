import { and, asc, eq, sql } from 'drizzle-orm';
import type { Agent } from '../../domain/accounts/actor.ts';
import {
	activationCode,
	applicantAccount,
	session,
	staffAccount,
	staffCounter
} from '../db/schema/accounts.ts';
import { application, person } from '../db/schema/applications.ts';
import { counter } from '../db/schema/counters.ts';
import { builtOnce } from '../db/transaction.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Whose session it is, with what every request needs to know of them. */
export type SessionOwner =
	| { kind: 'applicant'; accountId: string; applicationId: string; firstName: string | null }
	| ({ kind: 'staff' } & Omit<Agent, 'kind'>);

/** The counters of the staff member: those assigned, or all of them for a head of service. One query for everything. */
const COUNTERS = sql<string[] | null>`(
	select array_agg(c.id::text order by c.id) from ${counter} c
	where ${staffAccount.role} = 'head'
	or exists (select from ${staffCounter} sc where sc.staff_id = ${staffAccount.id} and sc.counter_id = c.id))`;

const FIRST_NAME = sql<string | null>`(
	select p.first_name from ${person} p
	where p.application_id = ${applicantAccount.applicationId} and p.role = 'applicant'
	order by p.position limit 1)`;

/**
 * A session by the hash of its secret, whether or not it is still good.
 * @returns `owner` null when the account may no longer be used
 */
export async function sessionWithOwner(tx: Tx, hashedId: string) {
	const [row] = await builtOnce(tx, sessionQuery).execute({ hashedId });
	if (!row) return null;
	const { expiresAt, endsAt } = row;
	return { expiresAt, endsAt, ...ownerOf(row) };
}

function sessionQuery(tx: Tx) {
	return tx
		.select({
			expiresAt: session.expiresAt,
			endsAt: session.endsAt,
			accountId: session.applicantAccountId,
			applicationId: applicantAccount.applicationId,
			firstName: FIRST_NAME,
			staff: staffAccount,
			counterIds: COUNTERS
		})
		.from(session)
		.leftJoin(applicantAccount, eq(applicantAccount.id, session.applicantAccountId))
		.leftJoin(staffAccount, eq(staffAccount.id, session.staffAccountId))
		.where(eq(session.id, sql.placeholder('hashedId')))
		.prepare('session_with_owner');
}

function ownerOf(row: {
	accountId: string | null;
	applicationId: string | null;
	firstName: string | null;
	staff: typeof staffAccount.$inferSelect | null;
	counterIds: string[] | null;
}): { userId: string; owner: SessionOwner | null } {
	const { accountId, applicationId, firstName, staff } = row;
	if (accountId && applicationId) {
		const userId = `applicant:${accountId}`;
		return { userId, owner: { kind: 'applicant', accountId, applicationId, firstName } };
	}
	if (!staff) return { userId: '', owner: null };
	const { id: staffId, name, role, active, readsSensitive } = staff;
	const counterIds = row.counterIds ?? [];
	const known = { kind: 'staff', staffId, name, role, counterIds, readsSensitive } as const;
	return { userId: `staff:${staffId}`, owner: active ? known : null };
}

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
