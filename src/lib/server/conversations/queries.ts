import { and, asc, desc, eq, notInArray, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { ConversationState } from '../../domain/conversations/states.ts';
import { NotFound } from '../../domain/errors.ts';
import { requireApplication, visibleApplications } from '../applications/access.ts';
import { applicantAccount } from '../db/schema/accounts.ts';
import { application, person } from '../db/schema/applications.ts';
import {
	conversation,
	conversationMessage,
	conversationNote,
	replyTemplate
} from '../db/schema/conversations.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireAgentOf } from './access.ts';

const PAGE = 25;

export type QueueQuestion = {
	state: ConversationState;
	/** One counter's territory only, of those the agent has. */
	counterId: string | null;
	/** From 0. */
	page: number;
};

const last = (column: AnyPgColumn) => sql<string | null>`(
	select ${column} from ${conversationMessage}
	where ${conversationMessage.applicationId} = ${conversation.applicationId}
	order by ${conversationMessage.sentAt} desc, ${conversationMessage.id} desc limit 1)`;

/**
 * The exchanges of an agent's territory in one state: those that wait with the oldest first, the others with the
 * newest. Never a text: opening one is a look, and is written down.
 * @throws NotFound to anybody but an agent, and for a counter that is not theirs
 */
export async function conversationQueue(tx: Tx, actor: Actor, question: QueueQuestion) {
	const rows = await tx
		.select({
			applicationId: conversation.applicationId,
			state: conversation.state,
			waitingSince: conversation.waitingSince,
			lastMessageAt: conversation.lastMessageAt,
			isUnread: sql<boolean>`${conversation.lastMessageAt} > coalesce(${conversation.staffReadAt}, '-infinity')`,
			lastAuthor: last(conversationMessage.author),
			lastAuthorName: last(conversationMessage.authorName),
			openedByName: conversation.openedByName,
			openedAt: conversation.openedAt,
			closedByName: conversation.closedByName,
			uniqueNumber: application.uniqueNumber,
			requestState: application.state,
			locale: applicantAccount.locale,
			firstName: person.firstName,
			lastName: person.lastName
		})
		.from(conversation)
		.innerJoin(application, eq(application.id, conversation.applicationId))
		.leftJoin(applicantAccount, eq(applicantAccount.applicationId, application.id))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(and(eq(conversation.state, question.state), territoryOf(actor, question.counterId)))
		.orderBy(
			question.state === 'waiting'
				? asc(conversation.waitingSince)
				: desc(conversation.lastMessageAt),
			asc(conversation.applicationId)
		)
		.limit(PAGE + 1)
		.offset(question.page * PAGE);
	return { lines: rows.slice(0, PAGE), more: rows.length > PAGE };
}

export type QueueLine = Awaited<ReturnType<typeof conversationQueue>>['lines'][number];

/** How many exchanges are in each state, for the same agent and counter. */
export async function countConversations(tx: Tx, actor: Actor, counterId: string | null) {
	const rows = await tx
		.select({ state: conversation.state, count: sql<number>`count(*)::int` })
		.from(conversation)
		.innerJoin(application, eq(application.id, conversation.applicationId))
		.where(territoryOf(actor, counterId))
		.groupBy(conversation.state);
	const counted = { waiting: 0, answered: 0, closed: 0 };
	for (const { state, count } of rows) counted[state] = count;
	return counted;
}

/** What this agent sees of one counter is what an agent of that counter alone would see. */
function territoryOf(actor: Actor, counterId: string | null): SQL {
	if (actor.kind !== 'agent') throw new NotFound('conversation');
	if (counterId === null) return visibleApplications(actor);
	if (actor.role !== 'head' && !actor.counterIds.includes(counterId)) throw new NotFound('counter');
	return visibleApplications({ ...actor, role: 'agent', counterIds: [counterId] });
}

/** Where the exchange of a request stands, for who has opened its file: no word of it. */
export async function exchangeOf(tx: Tx, applicationId: string) {
	const [[found], messages, notes] = await Promise.all([
		tx
			.select({ state: conversation.state, since: conversation.waitingSince })
			.from(conversation)
			.where(eq(conversation.applicationId, applicationId)),
		tx.$count(conversationMessage, eq(conversationMessage.applicationId, applicationId)),
		tx.$count(conversationNote, eq(conversationNote.applicationId, applicationId))
	]);
	return { state: found?.state ?? null, since: found?.since ?? null, messages, notes };
}

/** The internal notes of a request, newest first. @throws NotFound to anybody but an agent of its territory */
export async function notesOf(tx: Tx, actor: Actor, applicationId: string) {
	const notes = tx
		.select({
			id: conversationNote.id,
			authorName: conversationNote.authorName,
			body: conversationNote.body,
			writtenAt: conversationNote.writtenAt
		})
		.from(conversationNote)
		.where(eq(conversationNote.applicationId, applicationId))
		.orderBy(desc(conversationNote.writtenAt), desc(conversationNote.id))
		.limit(100);
	const [, found] = await Promise.all([requireAgentOf(tx, actor, applicationId), notes]);
	return found;
}

/** The papers of a request that a message may be about, newest first. @throws NotFound to a stranger */
export async function papersToName(tx: Tx, actor: Actor, applicationId: string) {
	const papers = tx
		.select({ id: paper.id, category: paper.categoryCode, receivedAt: paper.receivedAt })
		.from(paper)
		.where(
			and(
				eq(paper.applicationId, applicationId),
				notInArray(paper.state, ['deleted', 'receiving', 'refused_infected'])
			)
		)
		.orderBy(desc(paper.receivedAt))
		.limit(30);
	const [, found] = await Promise.all([requireApplication(tx, actor, applicationId), papers]);
	return found;
}

/** The templates of the counters, in their order; those put aside too for who edits them. */
export function replyTemplates(tx: Tx, which: 'active' | 'all') {
	return tx
		.select()
		.from(replyTemplate)
		.where(which === 'active' ? eq(replyTemplate.active, true) : undefined)
		.orderBy(asc(replyTemplate.position), asc(replyTemplate.title));
}
