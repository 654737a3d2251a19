import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { tellHelper } from './announce-helper.ts';
import { signReset } from './reset-token.ts';

/**
 * Sends a helper who lost their password a link to choose another, to the address of their account and nowhere else.
 * @returns always null, whether the account exists or not: the screen says the same, and each try counts
 */
export async function sendResetLink(
	tx: Tx,
	actor: Actor,
	{ contact, locale }: { contact: string; locale: string }
): Promise<null> {
	const [found] = await tx.select().from(helperAccount).where(eq(helperAccount.contact, contact));
	if (found) {
		await tellHelper(tx, actor, {
			contact: { channel: found.channel, address: found.contact },
			locale,
			news: 'password',
			path: `/accompagnement/mot-de-passe/${signReset(found.id, found.passwordHash)}`
		});
	}
	return null;
}
