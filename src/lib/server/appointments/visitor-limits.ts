import { and, count, eq, gt, sql } from 'drizzle-orm';
import { sourceNetwork } from '../../domain/accounts/source-network.ts';
import { keyedHash } from '../accounts/derived-key.ts';
import { now } from '../clock.ts';
import { signInFailure } from '../db/schema/accounts.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';

const HOUR = { hours: 1 };

type VisitorAct = 'visitor-hold' | 'visitor-code' | 'visitor-time-request';

/**
 * Counts one more act of a source on the network in this hour, unless it has had its share. Kept as a keyed hash in
 * the table of failed sign-ins, which survives a restart, names nobody and is emptied after a day.
 * @param act what is limited
 * @param source address of the client
 * @returns false when the share is used up: nothing is then counted
 */
export async function spendShare(
	tx: Tx,
	act: VisitorAct,
	source: string,
	most: number
): Promise<boolean> {
	return spend(tx, act, sourceNetwork(source), most);
}

/** The same for a telephone or an address: a form that names somebody else's cannot be sent over and over. */
export async function spendDestinationShare(
	tx: Tx,
	act: VisitorAct,
	destination: string,
	most: number
): Promise<boolean> {
	return spend(tx, act, `to:${destination}`, most);
}

async function spend(tx: Tx, act: VisitorAct, whose: string, most: number): Promise<boolean> {
	const subject = `${act}:${keyedHash('visitor-code', `${act}:${whose}`).toString('base64url')}`;
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
	const at = now();
	const [seen] = await tx
		.select({ times: count() })
		.from(signInFailure)
		.where(and(eq(signInFailure.subject, subject), gt(signInFailure.failedAt, at.subtract(HOUR))));
	if ((seen?.times ?? 0) >= most) return false;
	await tx.insert(signInFailure).values({ subject, failedAt: at });
	return true;
}

/** How many codes went to a telephone or an address in the last hour. Those who ask for one wait for each other. */
export async function codesSentTo(tx: Tx, destination: string): Promise<number> {
	await lockDestination(tx, destination);
	const [sent] = await tx
		.select({ times: count() })
		.from(message)
		.where(
			and(
				eq(message.kind, 'visitor-code'),
				eq(message.recipient, destination),
				gt(message.createdAt, now().subtract(HOUR))
			)
		);
	return sent?.times ?? 0;
}

/** What concerns one telephone or address happens one after the other, until the end of the transaction. */
export async function lockDestination(tx: Tx, destination: string): Promise<void> {
	const name = keyedHash('visitor-code', `destination:${destination}`).toString('base64url');
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
