import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { id, instant, plainDate, plainTime } from './columns.ts';
import { counter } from './counters.ts';

export const counterNoticeKind = pgEnum('counter_notice_kind', [
	'closed',
	'shorter_hours',
	'long_wait',
	'moved',
	'other'
]);

/** The week of a counter as the public may come: a counter without one has hours that nobody gave yet. */
export const counterWeek = pgTable('counter_week', {
	counterId: uuid('counter_id')
		.primaryKey()
		.references(() => counter.id),
	/** Somebody of the staff vouches for these hours. */
	confirmed: boolean('confirmed').notNull().default(false),
	updatedAt: instant('updated_at').notNull()
});

/** Hours on the wall of one day of the week (1 is Monday); a day without any is a day the counter is shut. */
export const counterHours = pgTable(
	'counter_hours',
	{
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counterWeek.counterId, { onDelete: 'cascade' }),
		weekday: smallint('weekday').notNull(),
		opensAt: plainTime('opens_at').notNull(),
		closesAt: plainTime('closes_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.counterId, t.weekday, t.opensAt] }),
		check('counter_hours_day', sql`weekday between 1 and 7`),
		check('counter_hours_length', sql`opens_at < closes_at`)
	]
);

/** What a counter tells whoever would come on these days. Withdrawn, it stays for the record. */
export const counterNotice = pgTable(
	'counter_notice',
	{
		id: id(),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		kind: counterNoticeKind('kind').notNull(),
		/** In the words of the agents; the kind is said in the reader's language. */
		words: text('words'),
		fromDay: plainDate('from_day').notNull(),
		untilDay: plainDate('until_day').notNull(),
		writtenAt: instant('written_at').notNull(),
		withdrawnAt: instant('withdrawn_at')
	},
	(t) => [
		index('counter_notice_days').on(t.counterId, t.untilDay),
		// Two clicks publish one notice.
		uniqueIndex('counter_notice_once')
			.on(t.counterId, t.kind, t.fromDay, t.untilDay, sql`coalesce(words, '')`)
			.where(sql`withdrawn_at is null`),
		check('counter_notice_order', sql`from_day <= until_day`),
		check('counter_notice_words', sql`char_length(words) between 1 and 300`),
		check('counter_notice_says_something', sql`kind <> 'other' or words is not null`)
	]
);
