import { desc } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { environment } from '../environment.ts';

/**
 * The last messages of this installation, newest first: demo and test only, where people are fictional.
 * @throws NotFound in production and development: the page does not exist there
 */
export async function demoMessages(tx: Tx, _actor: Actor, limit = 100) {
	if (!['demo', 'test'].includes(environment().GUICHET_MODE)) throw new NotFound('messages');
	return tx
		.select({
			id: message.id,
			channel: message.channel,
			kind: message.kind,
			recipient: message.recipient,
			locale: message.locale,
			subject: message.subject,
			body: message.body,
			state: message.state,
			createdAt: message.createdAt
		})
		.from(message)
		.orderBy(desc(message.createdAt), desc(message.id))
		.limit(limit);
}
