import { desc, eq } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { conversation, conversationMessage } from '../db/schema/conversations.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireWriter } from './access.ts';

const PAGE = 20;
/** For so long after an agent opened a waiting exchange, others are told who did. */
const OPEN_MINUTES = 15;

export type ThreadQuestion = {
	applicationId: string;
	/** From 0, newest messages first. */
	page: number;
};

/**
 * A page of an exchange, newest first, as who asks sees it. Looking at its newest page is reading it: the mark
 * "unread" goes, on that side. An agent's look leaves its line in the journal, and their name for the others as long
 * as the exchange waits for an answer.
 * @throws NotFound to a stranger
 */
export async function readThread(tx: Tx, actor: Actor, { applicationId, page }: ThreadQuestion) {
	const [, [state], rows] = await Promise.all([
		requireWriter(tx, actor, applicationId),
		tx.select().from(conversation).where(eq(conversation.applicationId, applicationId)),
		messagesOf(tx, applicationId, page)
	]);
	if (actor.kind === 'agent') await recordLook(tx, actor, applicationId);
	if (state && page === 0) await markRead(tx, actor, state);
	return {
		conversation: state ?? null,
		messages: rows.slice(0, PAGE),
		more: rows.length > PAGE,
		openedByOther: state && actor.kind === 'agent' ? openedByOther(state, actor) : null
	};
}

export type Thread = Awaited<ReturnType<typeof readThread>>;

function messagesOf(tx: Tx, applicationId: string, page: number) {
	return tx
		.select({
			id: conversationMessage.id,
			author: conversationMessage.author,
			authorId: conversationMessage.authorId,
			authorName: conversationMessage.authorName,
			body: conversationMessage.body,
			sentAt: conversationMessage.sentAt,
			askedCategory: conversationMessage.askedCategory,
			paper: { id: paper.id, category: paper.categoryCode, state: paper.state }
		})
		.from(conversationMessage)
		.leftJoin(paper, eq(paper.id, conversationMessage.paperId))
		.where(eq(conversationMessage.applicationId, applicationId))
		.orderBy(desc(conversationMessage.sentAt), desc(conversationMessage.id))
		.limit(PAGE + 1)
		.offset(page * PAGE);
}

async function recordLook(tx: Tx, actor: Agent, applicationId: string): Promise<void> {
	await recordAudit(tx, actor, {
		action: 'view-messages',
		applicationId,
		subjectKind: 'conversation',
		subjectId: applicationId
	});
}

async function markRead(
	tx: Tx,
	actor: Actor,
	state: typeof conversation.$inferSelect
): Promise<void> {
	const marks = marksOf(actor, state);
	if (!marks) return;
	await tx
		.update(conversation)
		.set(marks)
		.where(eq(conversation.applicationId, state.applicationId));
}

function marksOf(actor: Actor, state: typeof conversation.$inferSelect) {
	const at = now();
	if (actor.kind === 'applicant') return { applicantReadAt: at };
	if (actor.kind !== 'agent') return null;
	const isMine = state.state === 'waiting' && openedByOther(state, actor) === null;
	return {
		staffReadAt: at,
		staffReadBy: actor.name,
		...(isMine && { openedBy: actor.staffId, openedByName: actor.name, openedAt: at })
	};
}

function openedByOther(state: typeof conversation.$inferSelect, actor: Agent) {
	const { openedBy, openedByName, openedAt } = state;
	if (!openedBy || !openedByName || !openedAt || openedBy === actor.staffId) return null;
	const until = openedAt.add({ minutes: OPEN_MINUTES });
	if (Temporal.Instant.compare(now(), until) >= 0) return null;
	return { name: openedByName, at: openedAt };
}
