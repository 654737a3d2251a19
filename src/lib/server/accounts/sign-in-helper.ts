import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { canonicalPassword } from '../../domain/accounts/password.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { sendHelperCode } from './helper-code.ts';
import { isKnownDevice, signStep } from './helper-tokens.ts';
import { startSession } from './lucia.ts';
import { verifySecret } from './secret-hash.ts';
import type { SignedIn } from './sign-in-applicant.ts';

export type HelperCredentials = {
	/** E-mail address or telephone, in stored form. */
	contact: string;
	password: string;
	/** What the browser was given when a code was right there, if it was. */
	device: string | null;
	previousSecret: string | null;
};

/** Signed in; or the password was right, and a code is on its way: the token is for the second step. */
export type HelperSignIn =
	({ kind: 'signed-in' } & SignedIn) | { kind: 'code-sent'; token: string };

/**
 * A helper signs in with the address that their invitation reached and their own password: never with anything of the
 * people they help. From a device that is not known, nothing opens before the code sent to that address. Run inside
 * {@link attempt}.
 * @returns null, after the same work, for an unknown address and a wrong password
 * @throws RuleBroken `too-many-codes`
 */
export async function signInHelper(
	tx: Tx,
	actor: Actor,
	{ contact, password, device, previousSecret }: HelperCredentials
): Promise<HelperSignIn | null> {
	const [found] = await tx
		.select()
		.from(helperAccount)
		.where(eq(helperAccount.contact, contact))
		.for('update');
	const right = await verifySecret(found?.passwordHash, canonicalPassword(password));
	if (!found || !right) return null;
	if (isKnownDevice(device, found)) {
		const sessionSecret = await startSession(tx, `helper:${found.id}`, previousSecret);
		return { kind: 'signed-in', sessionSecret };
	}
	await sendHelperCode(tx, actor, found);
	return { kind: 'code-sent', token: signStep(found) };
}
