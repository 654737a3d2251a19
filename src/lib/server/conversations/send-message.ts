import { and, desc, eq, gt, notInArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { MESSAGES_AN_HOUR, messageBody } from '../../domain/conversations/body.ts';
import { conversationStateAfter } from '../../domain/conversations/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { conversation, conversationMessage } from '../db/schema/conversations.ts';
import { paper, paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockConversation, requireWriter, type Writer } from './access.ts';
import { announceMessage } from './announce-message.ts';

export type SendMessageInput = {
	applicationId: string;
	body: string;
	/** Drawn with the form: the same tap twice is one message. */
	sendingId: string;
	/** A paper of the request that the message is about. */
	paperId?: string | null;
	/** Of an agent: a kind of paper that the person should send. */
	askedCategory?: string | null;
	/**
	 * Of an agent: the last message that was on the screen, empty for none. When another has come since, nothing is
	 * sent: the agent reads it first.
	 */
	lastSeenId?: string | null;
};

export type Sent = { messageId: string; repeated: boolean };

/**
 * Writes one message in the exchange of a request. An agent's message answers it, and tells the person by e-mail and
 * SMS that one waits, without a word of it.
 * @throws NotFound to a stranger; RuleBroken `message-missing`, `message-too-long`, `too-many-messages`,
 * `thread-moved`, `paper-unknown`, `paper-unknown-kind`
 */
export async function sendMessage(tx: Tx, actor: Actor, input: SendMessageInput): Promise<Sent> {
	const { applicationId, sendingId } = input;
	const writer = await requireWriter(tx, actor, applicationId);
	const body = messageBody(input.body);
	const before = await lockConversation(tx, applicationId);
	const sent = await sentAlready(tx, applicationId, sendingId);
	if (sent) return { messageId: sent, repeated: true };
	await refuseFlood(tx, writer, applicationId);
	if (writer.author === 'agent') await refuseUnread(tx, applicationId, input.lastSeenId);
	const paperId = await paperOf(tx, applicationId, input.paperId);
	const askedCategory =
		writer.author === 'agent' ? await categoryOf(tx, input.askedCategory) : null;
	await advance(tx, applicationId, before, writer);
	const [added] = await tx
		.insert(conversationMessage)
		.values({ applicationId, ...writer, body, sentAt: now(), sendingId, paperId, askedCategory })
		.returning({ id: conversationMessage.id });
	if (writer.author === 'agent') await told(tx, actor, applicationId, added!.id);
	return { messageId: added!.id, repeated: false };
}

async function told(tx: Tx, actor: Actor, applicationId: string, messageId: string) {
	await announceMessage(tx, actor, { applicationId });
	await recordAudit(tx, actor, {
		action: 'send-message',
		applicationId,
		subjectKind: 'conversation-message',
		subjectId: messageId
	});
}

async function sentAlready(tx: Tx, applicationId: string, sendingId: string) {
	if (!isUuid(sendingId)) throw new RuleBroken('message-form');
	const [found] = await tx
		.select({ id: conversationMessage.id })
		.from(conversationMessage)
		.where(
			and(
				eq(conversationMessage.applicationId, applicationId),
				eq(conversationMessage.sendingId, sendingId)
			)
		);
	return found?.id ?? null;
}

/** Counted by person, not by side: an agent's answers must not stop another's. */
async function refuseFlood(tx: Tx, { authorId }: Writer, applicationId: string): Promise<void> {
	const lately = await tx.$count(
		conversationMessage,
		and(
			eq(conversationMessage.applicationId, applicationId),
			eq(conversationMessage.authorId, authorId),
			gt(conversationMessage.sentAt, now().subtract({ hours: 1 }))
		)
	);
	if (lately >= MESSAGES_AN_HOUR) {
		throw new RuleBroken('too-many-messages', { most: MESSAGES_AN_HOUR });
	}
}

async function refuseUnread(
	tx: Tx,
	applicationId: string,
	lastSeenId: string | null | undefined
): Promise<void> {
	const [last] = await tx
		.select({ id: conversationMessage.id })
		.from(conversationMessage)
		.where(eq(conversationMessage.applicationId, applicationId))
		.orderBy(desc(conversationMessage.sentAt), desc(conversationMessage.id))
		.limit(1);
	if (lastSeenId !== undefined && (last?.id ?? null) !== (lastSeenId || null)) {
		throw new RuleBroken('thread-moved');
	}
}

async function paperOf(tx: Tx, applicationId: string, paperId: string | null | undefined) {
	if (!paperId) return null;
	const mine = and(
		eq(paper.id, paperId),
		eq(paper.applicationId, applicationId),
		notInArray(paper.state, ['deleted', 'receiving'])
	);
	if (!isUuid(paperId) || (await tx.$count(paper, mine)) === 0)
		throw new RuleBroken('paper-unknown');
	return paperId;
}

/** Sensitive papers are asked for by their own way, which leaves the reason (R441-2-4-1). */
async function categoryOf(tx: Tx, code: string | null | undefined) {
	if (!code) return null;
	const known = and(eq(paperCategory.code, code), eq(paperCategory.sensitive, false));
	if ((await tx.$count(paperCategory, known)) === 0) throw new RuleBroken('paper-unknown-kind');
	return code;
}

/** The oldest message without an answer keeps its turn in the queue, however many follow it. */
async function advance(
	tx: Tx,
	applicationId: string,
	before: typeof conversation.$inferSelect | null,
	{ author, authorName }: Writer
): Promise<void> {
	const at = now();
	const state = conversationStateAfter(
		before?.state ?? null,
		author === 'agent' ? 'answer' : 'ask'
	);
	const row = {
		state,
		waitingSince: state === 'waiting' ? (before?.waitingSince ?? at) : null,
		lastMessageAt: at,
		closedAt: null,
		closedByName: null,
		...(author === 'agent'
			? {
					staffReadAt: at,
					staffReadBy: authorName,
					openedBy: null,
					openedByName: null,
					openedAt: null
				}
			: {}),
		...(author === 'applicant' ? { applicantReadAt: at } : {})
	};
	await tx
		.insert(conversation)
		.values({ applicationId, ...row })
		.onConflictDoUpdate({ target: conversation.applicationId, set: row });
}
