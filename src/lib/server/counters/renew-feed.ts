import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../domain/accounts/actor.ts';
import { counterSetting } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { auditCounter, ownCounterId } from './own-counter.ts';

/** What is kept of a feed's secret: enough to recognise it, not enough to make it. */
export function feedHash(token: string): string {
	return createHash('sha256').update(`counter-feed:${token}`).digest('hex');
}

/**
 * Gives the calendar feed of a counter a new secret address (192 bits); the one before answers no more.
 * @returns the secret, which nobody can be shown again
 * @throws Refused, NotFound as ownCounterId
 */
export async function renewFeed(tx: Tx, actor: Actor, input: { slug: string }): Promise<string> {
	const counterId = await ownCounterId(tx, actor, input.slug);
	const token = randomBytes(24).toString('base64url');
	const row = { feedHash: feedHash(token) };
	await tx
		.insert(counterSetting)
		.values({ counterId, ...row })
		.onConflictDoUpdate({ target: counterSetting.counterId, set: row });
	await auditCounter(tx, actor, counterId, 'renew-feed');
	return token;
}
