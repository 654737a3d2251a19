import { sql } from 'drizzle-orm';
import {
	boolean,
	char,
	check,
	index,
	integer,
	numeric,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import { FIGURE_TYPES } from '../../../domain/figures/lines.ts';
import { id, instant, plainDate } from './columns.ts';

export const releaseState = pgEnum('figure_release_state', ['draft', 'published']);
export const figureType = pgEnum('figure_type', FIGURE_TYPES);

/** Figures of stock, demand and delays as they were imported once. Published, neither it nor its lines change. */
export const figureRelease = pgTable(
	'figure_release',
	{
		id: id(),
		state: releaseState('state').notNull().default('draft'),
		/** Where the figures come from, in words shown with them. */
		source: text('source').notNull(),
		/** The day the figures speak of; what was allotted is counted over the twelve months before it. */
		asOf: plainDate('as_of').notNull(),
		/** Invented for a demonstration, and shown so. */
		isExample: boolean('is_example').notNull().default(false),
		/** Of the file as it was sent. */
		sha256: char('sha256', { length: 64 }).notNull(),
		createdAt: instant('created_at').notNull(),
		createdBy: text('created_by').notNull(),
		publishedAt: instant('published_at'),
		publishedBy: text('published_by')
	},
	(t) => [
		index('figure_release_published').on(t.publishedAt),
		check('figure_release_signed', sql`(state = 'published') = (published_at is not null)`),
		check('figure_release_signature', sql`(published_at is null) = (published_by is null)`)
	]
);

export const figureLine = pgTable(
	'figure_line',
	{
		releaseId: uuid('release_id')
			.notNull()
			.references(() => figureRelease.id, { onDelete: 'cascade' }),
		/** INSEE code, or EPCI for the whole territory. */
		place: text('place').notNull(),
		type: figureType('type').notNull(),
		stock: integer('stock'),
		pending: integer('pending'),
		allotted: integer('allotted'),
		delayMonths: numeric('delay_months', { precision: 4, scale: 1, mode: 'number' })
	},
	(t) => [
		primaryKey({ columns: [t.releaseId, t.place, t.type] }),
		check('figure_line_place', sql`place = 'EPCI' or place ~ '^[0-9AB]{5}$'`),
		check(
			'figure_line_counts',
			sql`coalesce(stock, 0) >= 0 and coalesce(pending, 0) >= 0 and coalesce(allotted, 0) >= 0 and coalesce(delay_months, 0) >= 0`
		)
	]
);
