import { and, count, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { countedForActor } from '../applications/access.ts';
import { built, type Given } from '../db/built.ts';
import { conversation, conversationMessage } from '../db/schema/conversations.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * How many messages somebody has still to read or to answer: to an applicant those of the counters
 * since they last looked; to an agent the exchanges that wait for an answer in the requests they may see.
 */
export async function unreadMessages(tx: Tx, actor: Actor): Promise<number> {
	switch (actor.kind) {
		case 'applicant':
			return unreadBy(tx, actor.applicationId);
		case 'agent':
			return waitingFor(tx, actor);
		default:
			return 0;
	}
}

async function unreadBy(tx: Tx, applicationId: string): Promise<number> {
	const [row] = await unread(tx, { applicationId });
	return row?.messages ?? 0;
}

const unread = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ messages: count() })
		.from(conversationMessage)
		.where(
			and(
				eq(conversationMessage.applicationId, applicationId),
				eq(conversationMessage.author, 'agent'),
				sql`${conversationMessage.sentAt} > coalesce((select ${conversation.applicantReadAt} from ${conversation}
				where ${conversation.applicationId} = ${applicationId}), '-infinity')`
			)
		)
);

async function waitingFor(tx: Tx, actor: Actor): Promise<number> {
	const [row] = await waiting(tx, actor);
	return row?.exchanges ?? 0;
}

const waiting = countedForActor((tx, visible) =>
	tx
		.select({ exchanges: count() })
		.from(conversation)
		// As the index says it (conversation_waiting).
		.where(and(sql`${conversation.state} = 'waiting'`, visible(conversation.applicationId)))
);
