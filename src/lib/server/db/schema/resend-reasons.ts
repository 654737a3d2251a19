import { boolean, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { instant, type Localised } from './columns.ts';
import { paperMark } from './paper-enums.ts';

/**
 * Why a paper is asked for again, as staff word it: a catalogue that the head of service edits. A reason is retired,
 * never deleted: papers that were asked for again name it.
 */
export const resendReason = pgTable('resend_reason', {
	code: text('code').primaryKey(),
	/** What agents choose from. */
	label: jsonb('label').$type<Localised>().notNull(),
	/** What the person reads, and what they should do. */
	said: jsonb('said').$type<Localised>().notNull(),
	advice: jsonb('advice').$type<Localised>().notNull(),
	/** The mark to set in SNE with it, if any. */
	mark: paperMark('mark'),
	/** Name of one of our drawings. */
	drawing: text('drawing'),
	/** Whether another paper is awaited. Not for what should never have been sent. */
	again: boolean('again').notNull().default(true),
	active: boolean('active').notNull().default(true),
	position: smallint('position').notNull(),
	updatedAt: instant('updated_at').notNull()
});
