import { sql } from 'drizzle-orm';
import {
	boolean,
	char,
	check,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { SCORE_CAUSES } from '../../../domain/score/compare-scores.ts';
import { FACT_CODES } from '../../../domain/score/measures.ts';
import type { ScoreLine } from '../../../domain/score/score-of.ts';
import { application, origin } from './applications.ts';
import { id, instant, plainDate, type Localised } from './columns.ts';

export const gridState = pgEnum('score_grid_state', ['draft', 'published']);
export const scoreFact = pgEnum('score_fact', FACT_CODES);
export const scoreCause = pgEnum('score_cause', SCORE_CAUSES);
/** What the register and the events do not say; a recognised DALO is an event of the request. */
export const recognitionKind = pgEnum('recognition_kind', ['natural_disaster', 'housing_first']);

/** The grid of the cotation, version by version. Published, neither it nor its criteria change. */
export const scoreGrid = pgTable(
	'score_grid',
	{
		id: id(),
		state: gridState('state').notNull().default('draft'),
		title: jsonb('title').$type<Localised>().notNull(),
		source: text('source').notNull(),
		/** Points invented for a demonstration, and shown so. */
		isExample: boolean('is_example').notNull().default(false),
		/** The day it begins to count; the next one ends it. */
		startsOn: plainDate('starts_on'),
		createdAt: instant('created_at').notNull(),
		createdBy: text('created_by').notNull(),
		publishedAt: instant('published_at'),
		publishedBy: text('published_by')
	},
	(t) => [
		uniqueIndex('score_grid_starts')
			.on(t.startsOn)
			.where(sql`state = 'published'`),
		check(
			'score_grid_published',
			sql`(state = 'published') = (num_nonnulls(starts_on, published_at, published_by) = 3)`
		)
	]
);

/** A line of a grid (lib/domain/score/grid.ts says what each column means). */
export const scoreCriterion = pgTable(
	'score_criterion',
	{
		gridId: uuid('grid_id')
			.notNull()
			.references(() => scoreGrid.id, { onDelete: 'cascade' }),
		code: text('code').notNull(),
		position: smallint('position').notNull(),
		fact: scoreFact('fact').notNull(),
		codes: text('codes').array().notNull(),
		from: smallint('from_unit').notNull().default(1),
		every: smallint('every_units').notNull().default(1),
		perUnit: boolean('per_unit').notNull().default(false),
		points: smallint('points'),
		most: smallint('most_points'),
		group: text('best_of'),
		proofs: text('proofs').array().notNull(),
		label: jsonb('label').$type<Localised>().notNull(),
		explanation: jsonb('explanation').$type<Localised>().notNull(),
		source: text('source').notNull(),
		confirmed: boolean('confirmed').notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.gridId, t.code] }),
		check('score_criterion_code', sql`code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
		check('score_criterion_units', sql`from_unit >= 1 and every_units >= 1`),
		check('score_criterion_most', sql`most_points is null or most_points >= 1`)
	]
);

/** A score as it was computed: never changed, so that a past one can still be explained. */
export const score = pgTable(
	'score',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		gridId: uuid('grid_id')
			.notNull()
			.references(() => scoreGrid.id),
		computedAt: instant('computed_at').notNull(),
		/** The day it was computed for: seniority runs until then. */
		computedFor: plainDate('computed_for').notNull(),
		cause: scoreCause('cause').notNull(),
		/** SHA-256 of the facts it was computed from, in their canonical order. */
		fingerprint: char('fingerprint', { length: 64 }).notNull(),
		lines: jsonb('lines').$type<ScoreLine[]>().notNull(),
		total: integer('total')
	},
	(t) => [
		index('score_application').on(t.applicationId, t.computedAt),
		unique('score_id_application').on(t.id, t.applicationId)
	]
);

/** The last score of each request, to compare requests with. */
export const currentScore = pgTable(
	'current_score',
	{
		applicationId: uuid('application_id')
			.primaryKey()
			.references(() => application.id),
		scoreId: uuid('score_id')
			.notNull()
			.references(() => score.id),
		gridId: uuid('grid_id')
			.notNull()
			.references(() => scoreGrid.id),
		total: integer('total'),
		/** The day and the moment it was last found to be right. */
		checkedFor: plainDate('checked_for').notNull(),
		checkedAt: instant('checked_at').notNull()
	},
	(t) => [index('current_score_checked').on(t.checkedFor, t.gridId)]
);

/** A situation that the service recognised for a request, and until when. */
export const recognition = pgTable(
	'recognition',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		kind: recognitionKind('kind').notNull(),
		since: plainDate('since').notNull(),
		origin: origin('origin').notNull(),
		/** Name of the body that says so, shown to the applicant. */
		author: text('author').notNull(),
		recordedAt: instant('recorded_at').notNull(),
		recordedBy: text('recorded_by').notNull(),
		endedOn: plainDate('ended_on'),
		endedBy: text('ended_by')
	},
	(t) => [
		index('recognition_application').on(t.applicationId),
		uniqueIndex('recognition_once')
			.on(t.applicationId, t.kind)
			.where(sql`ended_on is null`),
		check('recognition_days', sql`ended_on is null or ended_on >= since`),
		check('recognition_ended', sql`(ended_on is null) = (ended_by is null)`)
	]
);
