import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** What each task of upkeep last found, for agents and for /metrics: figures only. */
export const upkeepReport = pgTable('upkeep_report', {
	task: text('task').primaryKey(),
	at: instant('at').notNull(),
	found: jsonb('found').$type<Record<string, string | number | boolean | null>>().notNull()
});
