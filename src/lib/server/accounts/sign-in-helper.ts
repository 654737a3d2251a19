import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { canonicalPassword } from '../../domain/accounts/password.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { startSession } from './lucia.ts';
import { verifySecret } from './secret-hash.ts';
import type { SignedIn } from './sign-in-applicant.ts';

export type HelperCredentials = {
	/** E-mail address or telephone, in stored form. */
	contact: string;
	password: string;
	previousSecret: string | null;
};

/**
 * A helper signs in with the address that their invitation reached and their own password: never with anything of the
 * people they help. Run inside {@link attempt}.
 * @returns null, after the same work, for an unknown address and a wrong password
 */
export async function signInHelper(
	tx: Tx,
	_actor: Actor,
	{ contact, password, previousSecret }: HelperCredentials
): Promise<SignedIn | null> {
	const [found] = await tx.select().from(helperAccount).where(eq(helperAccount.contact, contact));
	const right = await verifySecret(found?.passwordHash, canonicalPassword(password));
	if (!found || !right) return null;
	return { sessionSecret: await startSession(tx, `helper:${found.id}`, previousSecret) };
}
