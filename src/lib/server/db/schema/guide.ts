import { sql } from 'drizzle-orm';
import {
	check,
	customType,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text
} from 'drizzle-orm/pg-core';
import { PASSAGE_KINDS } from '../../../domain/guide/passages.ts';
import { id, instant, plainDate } from './columns.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const passageKind = pgEnum('passage_kind', PASSAGE_KINDS);

/** What can be found: a section of a chapter, a word, a question, a counter, a tool. Rebuilt when the texts change. */
export const searchPassage = pgTable(
	'search_passage',
	{
		id: id(),
		locale: text('locale').notNull(),
		kind: passageKind('kind').notNull(),
		/** Page without its language, and the place on it. */
		address: text('address').notNull(),
		anchor: text('anchor'),
		title: text('title').notNull(),
		heading: text('heading'),
		body: text('body').notNull(),
		vector: tsvector('vector').notNull()
	},
	(t) => [
		index('search_passage_vector').using('gin', t.vector),
		index('search_passage_locale').on(t.locale)
	]
);

/** Every word of the passages of a language: what a word typed wrongly is compared with. */
export const searchWord = pgTable(
	'search_word',
	{
		locale: text('locale').notNull(),
		word: text('word').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.locale, t.word] }),
		index('search_word_letters').using('gin', sql`${t.word} gin_trgm_ops`)
	]
);

/** The texts each language was indexed from, as a fingerprint. */
export const searchIndex = pgTable('search_index', {
	locale: text('locale').primaryKey(),
	fingerprint: text('fingerprint').notNull(),
	indexedAt: instant('indexed_at').notNull()
});

/** "Was this page useful?", counted by day: no line says who answered. */
export const guideFeedback = pgTable(
	'guide_feedback',
	{
		day: plainDate('day').notNull(),
		page: text('page').notNull(),
		locale: text('locale').notNull(),
		useful: integer('useful').notNull().default(0),
		notUseful: integer('not_useful').notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.day, t.page, t.locale] }),
		check('guide_feedback_counts', sql`useful >= 0 and not_useful >= 0`)
	]
);
