import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import { isPushAddress } from '../../domain/notifications/push-address.ts';
import { hashedSessionId } from '../accounts/session-adapter.ts';
import { now } from '../clock.ts';
import { pushSubscription } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { environment } from '../environment.ts';
import type { PushTarget } from '../ports/web-push.ts';

/**
 * A phone asks for "news on your request", for as long as its session lasts. The same phone asking again, or for
 * somebody else, has one subscription: the last.
 * @throws Refused for anybody but an applicant; RuleBroken `push-address` for an address that is no push service's
 */
export async function keepSubscription(
	tx: Tx,
	actor: Actor,
	input: PushTarget & { sessionSecret: string }
): Promise<void> {
	if (actor.kind !== 'applicant') throw new Refused('keep-subscription');
	const { sessionSecret, endpoint, p256dh, auth } = input;
	const isTest = environment().GUICHET_MODE === 'test';
	if (!isPushAddress(endpoint, isTest)) throw new RuleBroken('push-address');
	const { accountId } = actor;
	const sessionId = hashedSessionId(sessionSecret);
	const row = { sessionId, accountId, p256dh, auth, createdAt: now() };
	await tx
		.insert(pushSubscription)
		.values({ endpoint, ...row })
		.onConflictDoUpdate({ target: pushSubscription.endpoint, set: row });
}
