import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { mandateStateAt } from '../../domain/helpers/mandate.ts';
import { now } from '../clock.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { linkHashOf } from './link.ts';

/**
 * What whoever holds the link of an invitation may read: what is asked and until when, and not a word of who asks. A
 * message may have gone to a wrong number.
 * @throws NotFound for a link that was never given out
 */
export async function findInvitation(tx: Tx, _actor: Actor, { secret }: { secret: string }) {
	const [found] = await tx
		.select({ mandate: helperMandate, accountId: helperAccount.id })
		.from(helperMandate)
		.leftJoin(helperAccount, eq(helperAccount.contact, helperMandate.contact))
		.where(eq(helperMandate.linkHash, linkHashOf(secret)));
	if (!found) throw new NotFound('invitation');
	const { mandate, accountId } = found;
	const { rights, endsAt, channel, contact } = mandate;
	return {
		state: mandateStateAt(mandate, now()),
		rights,
		endsAt,
		channel,
		contact,
		/** They help somebody already: the password is the one they have. */
		hasAccount: accountId !== null
	};
}

export type Invitation = Awaited<ReturnType<typeof findInvitation>>;
