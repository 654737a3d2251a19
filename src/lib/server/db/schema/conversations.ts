import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	jsonb,
	pgEnum,
	pgTable,
	smallint,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { CONVERSATION_STATES } from '../../../domain/conversations/states.ts';
import { application } from './applications.ts';
import { id, instant, type Localised } from './columns.ts';
import { paper, paperCategory } from './documents.ts';

export const conversationState = pgEnum('conversation_state', CONVERSATION_STATES);
export const conversationAuthor = pgEnum('conversation_author', ['applicant', 'helper', 'agent']);

/** The exchange between the person of a request and the counters: one a request, begun by its first message. */
export const conversation = pgTable(
	'conversation',
	{
		applicationId: uuid('application_id')
			.primaryKey()
			.references(() => application.id),
		state: conversationState('state').notNull(),
		/** When the oldest message that nobody has answered was sent: the order of the agents' queue. */
		waitingSince: instant('waiting_since'),
		lastMessageAt: instant('last_message_at').notNull(),
		applicantReadAt: instant('applicant_read_at'),
		/** The counters read together: one agent's look is everybody's. */
		staffReadAt: instant('staff_read_at'),
		staffReadBy: text('staff_read_by'),
		/** Who has a waiting exchange open at this moment, so that two do not answer it. */
		openedBy: uuid('opened_by'),
		openedByName: text('opened_by_name'),
		openedAt: instant('opened_at'),
		closedAt: instant('closed_at'),
		closedByName: text('closed_by_name')
	},
	(t) => [
		index('conversation_waiting')
			.on(t.waitingSince, t.applicationId)
			.where(sql`state = 'waiting'`),
		index('conversation_last').on(t.state, t.lastMessageAt),
		check('conversation_waits_since', sql`(state = 'waiting') = (waiting_since is not null)`)
	]
);

/** One message: text alone, never changed. */
export const conversationMessage = pgTable(
	'conversation_message',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => conversation.applicationId),
		author: conversationAuthor('author').notNull(),
		/** Account of the applicant, the helper or the agent. */
		authorId: uuid('author_id').notNull(),
		/** Shown with the message: the agent who answers, the helper who writes for the person. */
		authorName: text('author_name'),
		body: text('body').notNull(),
		sentAt: instant('sent_at').notNull(),
		/** Sent with the form: the same tap twice is one message. */
		sendingId: uuid('sending_id').notNull(),
		/** A paper of the request that the message is about. */
		paperId: uuid('paper_id').references(() => paper.id),
		/** A kind of paper that the agent asks for. */
		askedCategory: text('asked_category').references(() => paperCategory.code)
	},
	(t) => [
		index('conversation_message_thread').on(t.applicationId, t.sentAt, t.id),
		unique('conversation_message_sending').on(t.applicationId, t.sendingId),
		check('conversation_message_body', sql`length(body) between 1 and 4000`),
		check('conversation_message_named', sql`author = 'applicant' or author_name is not null`)
	]
);

/** What agents write to each other about a request: beside the exchange, never shown in the person's space. */
export const conversationNote = pgTable(
	'conversation_note',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		authorId: uuid('author_id').notNull(),
		authorName: text('author_name').notNull(),
		body: text('body').notNull(),
		writtenAt: instant('written_at').notNull(),
		sendingId: uuid('sending_id').notNull()
	},
	(t) => [
		index('conversation_note_thread').on(t.applicationId, t.writtenAt),
		unique('conversation_note_sending').on(t.applicationId, t.sendingId),
		check('conversation_note_body', sql`length(body) between 1 and 2000`)
	]
);

/** A text that agents start an answer from, in each language; the head of service edits them. */
export const replyTemplate = pgTable('reply_template', {
	id: id(),
	title: text('title').notNull(),
	body: jsonb('body').$type<Localised>().notNull(),
	position: smallint('position').notNull(),
	active: boolean('active').notNull().default(true),
	updatedAt: instant('updated_at').notNull()
});
