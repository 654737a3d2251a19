import { index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { application } from './applications.ts';
import { id, instant } from './columns.ts';

export const outboxState = pgEnum('outbox_state', ['waiting', 'done', 'failed']);

/** What must reach SNE, written in the transaction that decided it, carried by a job or by an agent's hand. */
export const sneOutbox = pgTable(
	'sne_outbox',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		kind: text('kind').notNull(),
		payload: jsonb('payload').$type<Record<string, string | number | boolean | null>>().notNull(),
		state: outboxState('state').notNull().default('waiting'),
		tries: integer('tries').notNull().default(0),
		createdAt: instant('created_at').notNull(),
		doneAt: instant('done_at')
	},
	(t) => [index('sne_outbox_waiting').on(t.state, t.createdAt)]
);
