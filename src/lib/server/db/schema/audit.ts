import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** Who looked at or changed what. The app role may insert and read; a trigger refuses update and delete to everybody. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		id: id(),
		at: instant('at').notNull(),
		actorKind: text('actor_kind').notNull(),
		actorId: text('actor_id').notNull(),
		action: text('action').notNull(),
		/** No foreign key: the trace outlives what it traces. */
		applicationId: uuid('application_id'),
		subjectKind: text('subject_kind').notNull(),
		subjectId: text('subject_id').notNull(),
		detail: jsonb('detail')
			.$type<Record<string, string | number | boolean | null>>()
			.notNull()
			.default({})
	},
	(t) => [
		index('audit_entry_application').on(t.applicationId, t.at),
		index('audit_entry_actor').on(t.actorId, t.at),
		index('audit_entry_at').on(t.at, t.id)
	]
);
