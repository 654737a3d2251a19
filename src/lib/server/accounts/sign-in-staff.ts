import { and, eq, gt, lt, or } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { canonicalPassword } from '../../domain/accounts/password.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { startSession } from './lucia.ts';
import { staffByEmail } from './queries.ts';
import { verifySecret } from './secret-hash.ts';
import type { SignedIn } from './sign-in-applicant.ts';
import { openTotpSecret, totpStep } from './totp.ts';

export type StaffCredentials = {
	/** In stored form: trimmed, lower case. */
	email: string;
	password: string;
	/** Six digits of the authenticator app. */
	totp: string;
	previousSecret: string | null;
};

/**
 * A member of staff signs in with e-mail, password and the code of the moment. Run inside {@link attempt}.
 * @returns null, after the same work, for an unknown or closed account, a wrong password, a wrong code and a code
 * that was used before
 */
export async function signInStaff(
	tx: Tx,
	_actor: Actor,
	{ email, password, totp, previousSecret }: StaffCredentials
): Promise<SignedIn | null> {
	const staff = await staffByEmail(tx, email);
	const right = await verifySecret(staff?.passwordHash, canonicalPassword(password));
	if (!staff?.active || !right || !(await spendTotp(tx, staff, totp))) return null;
	const sessionSecret = await startSession(tx, `staff:${staff.id}`, previousSecret);
	const agent: Agent = {
		kind: 'agent',
		staffId: staff.id,
		name: staff.name,
		role: staff.role,
		counterIds: []
	};
	await recordAudit(tx, agent, {
		action: 'sign-in',
		applicationId: null,
		subjectKind: 'staff-account',
		subjectId: staff.id
	});
	return { sessionSecret };
}

/**
 * Each step is good once (RFC 6238, 5.2), also for two tries at the same moment: the row itself decides. A last step
 * that lies in the future was written under a clock since put back, and proves nothing.
 */
async function spendTotp(
	tx: Tx,
	staff: typeof staffAccount.$inferSelect,
	typed: string
): Promise<boolean> {
	const found = totpStep(openTotpSecret(staff.totpSecret, staff.id), typed);
	if (!found) return false;
	const { step, present } = found;
	const unused = or(
		lt(staffAccount.totpLastStep, step),
		gt(staffAccount.totpLastStep, present + 1)
	);
	const spent = await tx
		.update(staffAccount)
		.set({ totpLastStep: step })
		.where(and(eq(staffAccount.id, staff.id), unused))
		.returning({ id: staffAccount.id });
	return spent.length === 1;
}
