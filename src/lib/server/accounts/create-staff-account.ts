import { sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { canonicalPassword, passwordFault } from '../../domain/accounts/password.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { staffAccount, staffCounter } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { environment } from '../environment.ts';
import { hashSecret } from './secret-hash.ts';
import { newTotpSecret, sealTotpSecret, totpUri } from './totp.ts';

export type StaffInput = {
	email: string;
	name: string;
	role: 'agent' | 'head';
	/** Counters of an agent; a head of service has them all without naming any. */
	counterIds: readonly string[];
	password: string;
	/** Base32; drawn at random unless given. Giving one is for the demonstration's people only. */
	totpSecret?: string;
};

/** `totpUri` is what the authenticator app reads: shown once. */
export type StaffCreated = { staffId: string; totpUri: string };

/**
 * Opens an account for a member of staff.
 * @throws Refused to anybody but the software; RuleBroken `email-taken` or a PasswordFault
 */
export async function createStaffAccount(
	tx: Tx,
	actor: Actor,
	input: StaffInput
): Promise<StaffCreated> {
	if (actor.kind !== 'system') throw new Refused('create-staff-account');
	if (input.totpSecret && !['demo', 'test'].includes(environment().GUICHET_MODE))
		throw new Refused('choose-totp-secret');
	const email = normaliseEmail(input.email);
	const fault = passwordFault(input.password, email);
	if (fault) throw new RuleBroken(fault);
	const staffId = await newId(tx);
	const secret = input.totpSecret ?? newTotpSecret();
	const created = await tx
		.insert(staffAccount)
		.values({
			id: staffId,
			email,
			name: input.name,
			role: input.role,
			passwordHash: await hashSecret(canonicalPassword(input.password)),
			totpSecret: sealTotpSecret(secret, staffId),
			createdAt: now()
		})
		.onConflictDoNothing()
		.returning({ id: staffAccount.id });
	if (created.length === 0) throw new RuleBroken('email-taken');
	if (input.counterIds.length > 0) {
		await tx
			.insert(staffCounter)
			.values(input.counterIds.map((counterId) => ({ staffId, counterId })));
	}
	return { staffId, totpUri: totpUri(secret, email) };
}

/** An address as it is stored and searched for (the form of /agent/connexion does the same). */
export function normaliseEmail(typed: string): string {
	return typed.normalize('NFKC').trim().toLowerCase();
}

/** Known before the row exists, because the sealed secret is tied to it. */
async function newId(tx: Tx): Promise<string> {
	const { rows } = await tx.execute<{ id: string }>(sql`select uuidv7() as id`);
	const id = rows[0]?.id;
	if (!id) throw new Error('PostgreSQL gave no identifier.');
	return id;
}
