import { canonicalPassword } from '../../domain/accounts/password.ts';
import type { Device } from '../../domain/accounts/devices.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { startSession } from './lucia.ts';
import { accountByNumber } from './queries.ts';
import { verifySecret } from './secret-hash.ts';

/** A session was opened; its secret goes into the cookie. */
export type SignedIn = { sessionSecret: string };

export type ApplicantCredentials = {
	/** Unique number in stored form. */
	number: string;
	password: string;
	/** Secret of the session the browser had, which ends. */
	previousSecret: string | null;
	/** What they said they sign in on. */
	device?: Device;
};

/**
 * An applicant signs in with the number of the request and the password. Run inside {@link attempt}.
 * @returns null, after the same work, for an unknown number, an account not activated and a wrong password
 */
export async function signInApplicant(
	tx: Tx,
	_actor: Actor,
	{ number, password, previousSecret, device }: ApplicantCredentials
): Promise<SignedIn | null> {
	const found = await accountByNumber(tx, number);
	const right = await verifySecret(found?.account.passwordHash, canonicalPassword(password));
	if (!found || !right) return null;
	const owner = `applicant:${found.account.id}` as const;
	return { sessionSecret: await startSession(tx, owner, previousSecret, device) };
}
