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
	uuid
} from 'drizzle-orm/pg-core';
import { id, instant, plainDate, plainTime, type Localised } from './columns.ts';

export const counterKind = pgEnum('counter_kind', ['municipal', 'branch']);
export const counterFactKind = pgEnum('counter_fact_kind', [
	'existence',
	'address',
	'phone',
	'email',
	'hours',
	'service_level',
	'step_free',
	'languages'
]);
export const openingKind = pgEnum('opening_kind', ['weekly', 'once', 'override']);
export const audience = pgEnum('audience', ['public', 'staff']);
export const bookableBy = pgEnum('bookable_by', ['anyone', 'applicant', 'staff']);
export const absenceKind = pgEnum('absence_kind', ['once', 'weekly']);

export const commune = pgTable('commune', {
	insee: char('insee', { length: 5 }).primaryKey(),
	name: text('name').notNull(),
	postcodes: text('postcodes').array().notNull(),
	population: integer('population').notNull()
});

export const counter = pgTable(
	'counter',
	{
		id: id(),
		slug: text('slug').notNull().unique(),
		kind: counterKind('kind').notNull(),
		name: text('name').notNull(),
		/** A branch of the community service need not have its commune confirmed. */
		communeInsee: char('commune_insee', { length: 5 }).references(() => commune.insee),
		active: boolean('active').notNull().default(true)
	},
	(t) => [
		check(
			'counter_municipal_has_commune',
			sql`${t.kind} = 'branch' or ${t.communeInsee} is not null`
		)
	]
);

/** What is known of a counter, fact by fact, each with its own "confirmed" flag. An empty value is "not known". */
export const counterFact = pgTable(
	'counter_fact',
	{
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		kind: counterFactKind('kind').notNull(),
		value: text('value'),
		confirmed: boolean('confirmed').notNull().default(false),
		updatedAt: instant('updated_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.counterId, t.kind] }),
		check('counter_fact_confirmed_has_value', sql`not confirmed or value is not null`)
	]
);

/** A lane of a counter: one person at a time. */
export const desk = pgTable(
	'desk',
	{
		id: id(),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		name: text('name').notNull(),
		active: boolean('active').notNull().default(true)
	},
	(t) => [unique('desk_name').on(t.counterId, t.name)]
);

/** Why somebody comes, and how long it takes. */
export const motive = pgTable(
	'motive',
	{
		code: text('code').primaryKey(),
		label: jsonb('label').$type<Localised>().notNull(),
		bring: jsonb('bring').$type<Localised>().notNull(),
		durationMinutes: smallint('duration_minutes').notNull(),
		stepMinutes: smallint('step_minutes').notNull(),
		bufferBeforeMinutes: smallint('buffer_before_minutes').notNull().default(0),
		bufferAfterMinutes: smallint('buffer_after_minutes').notNull().default(0),
		minimumNoticeMinutes: integer('minimum_notice_minutes').notNull(),
		horizonDays: smallint('horizon_days').notNull(),
		maxPerDayAndDesk: smallint('max_per_day_and_desk'),
		bookableBy: bookableBy('bookable_by').notNull(),
		onSite: boolean('on_site').notNull().default(true),
		byTelephone: boolean('by_telephone').notNull().default(false),
		position: smallint('position').notNull(),
		active: boolean('active').notNull().default(true),
		/** Durations were not found in any public source: staff confirm them. */
		confirmed: boolean('confirmed').notNull().default(false)
	},
	() => [
		check(
			'motive_lengths',
			sql`duration_minutes between 5 and 480 and step_minutes between 5 and 480`
		),
		check('motive_buffers', sql`buffer_before_minutes >= 0 and buffer_after_minutes >= 0`),
		check('motive_windows', sql`minimum_notice_minutes >= 0 and horizon_days between 0 and 366`),
		check('motive_somehow', sql`on_site or by_telephone`)
	]
);

/** When desks receive, in hours on the wall. See lib/domain/appointments/types.ts for the meaning of each kind. */
export const opening = pgTable(
	'opening',
	{
		id: id(),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		kind: openingKind('kind').notNull(),
		weekday: smallint('weekday'),
		day: plainDate('day'),
		everyWeeks: smallint('every_weeks').notNull().default(1),
		startsAt: plainTime('starts_at').notNull(),
		endsAt: plainTime('ends_at').notNull(),
		validFrom: plainDate('valid_from'),
		validUntil: plainDate('valid_until'),
		audience: audience('audience').notNull().default('public')
	},
	(t) => [
		index('opening_counter').on(t.counterId),
		check('opening_hours', sql`starts_at < ends_at`),
		check(
			'opening_validity',
			sql`valid_from is null or valid_until is null or valid_from <= valid_until`
		),
		check(
			'opening_shape',
			sql`case kind when 'weekly' then weekday between 1 and 7 and day is null and (every_weeks = 1 or valid_from is not null) and every_weeks between 1 and 52 else day is not null and weekday is null end`
		)
	]
);

export const openingDesk = pgTable(
	'opening_desk',
	{
		openingId: uuid('opening_id')
			.notNull()
			.references(() => opening.id, { onDelete: 'cascade' }),
		deskId: uuid('desk_id')
			.notNull()
			.references(() => desk.id)
	},
	(t) => [primaryKey({ columns: [t.openingId, t.deskId] })]
);

export const openingMotive = pgTable(
	'opening_motive',
	{
		openingId: uuid('opening_id')
			.notNull()
			.references(() => opening.id, { onDelete: 'cascade' }),
		motiveCode: text('motive_code')
			.notNull()
			.references(() => motive.code)
	},
	(t) => [primaryKey({ columns: [t.openingId, t.motiveCode] })]
);

/** A counter shut for whole days. */
export const closure = pgTable(
	'closure',
	{
		id: id(),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		fromDay: plainDate('from_day').notNull(),
		untilDay: plainDate('until_day').notNull(),
		reason: text('reason')
	},
	(t) => [
		index('closure_counter').on(t.counterId, t.untilDay),
		check('closure_days', sql`from_day <= until_day`)
	]
);

/** A desk that does not receive for a while, once or every n weeks; no hours means the whole day. */
export const deskAbsence = pgTable(
	'desk_absence',
	{
		id: id(),
		deskId: uuid('desk_id')
			.notNull()
			.references(() => desk.id),
		kind: absenceKind('kind').notNull(),
		fromDay: plainDate('from_day').notNull(),
		untilDay: plainDate('until_day'),
		weekday: smallint('weekday'),
		everyWeeks: smallint('every_weeks').notNull().default(1),
		startsAt: plainTime('starts_at'),
		endsAt: plainTime('ends_at')
	},
	(t) => [
		index('desk_absence_desk').on(t.deskId),
		check(
			'desk_absence_hours',
			sql`(starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at)`
		),
		check('desk_absence_days', sql`until_day is null or from_day <= until_day`),
		check(
			'desk_absence_shape',
			sql`case kind when 'weekly' then weekday between 1 and 7 else weekday is null and until_day is not null end`
		)
	]
);

/**
 * Which state of openings, closures, absences, desks, motives and counters stands: the migration renews it with every
 * change of them, so that what a process keeps in memory can be known for out of date.
 */
export const agendaVersion = pgTable(
	'agenda_version',
	{
		singleton: boolean('singleton').primaryKey().default(true),
		version: uuid('version')
			.notNull()
			.default(sql`gen_random_uuid()`)
	},
	() => [check('agenda_version_is_one', sql`singleton`)]
);
