import { inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { struckOffAYearAgo } from '../applications/struck-off-a-year-ago.ts';
import { conversation, conversationMessage, conversationNote } from '../db/schema/conversations.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * A year after a request was struck off, what was written about it goes: messages, notes, and that there was an
 * exchange. Before its papers, which messages may name.
 * @returns how many messages
 * @throws Refused to anybody but the software
 */
export async function eraseOldExchanges(tx: Tx, actor: Actor): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('erase-exchanges');
	const old = struckOffAYearAgo(tx);
	await tx.delete(conversationNote).where(inArray(conversationNote.applicationId, old));
	const gone = await tx
		.delete(conversationMessage)
		.where(inArray(conversationMessage.applicationId, old))
		.returning({ id: conversationMessage.id });
	await tx.delete(conversation).where(inArray(conversation.applicationId, old));
	return gone.length;
}
