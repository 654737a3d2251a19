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
	smallint,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { PAPER_STATES } from '../../../domain/documents/states.ts';
import { application, person } from './applications.ts';
import { bytes, id, instant, type Localised } from './columns.ts';

export const paperLevel = pgEnum('paper_level', ['mandatory', 'on_request']);
export const paperState = pgEnum('paper_state', PAPER_STATES);

/** The catalogue of papers: data with a source, to be confirmed line by line against the annex of the arrêté. */
export const paperCategory = pgTable('paper_category', {
	code: text('code').primaryKey(),
	groupCode: text('group_code').notNull(),
	level: paperLevel('level').notNull(),
	perPerson: boolean('per_person').notNull(),
	sensitive: boolean('sensitive').notNull(),
	label: jsonb('label').$type<Localised>().notNull(),
	explanation: jsonb('explanation').$type<Localised>().notNull(),
	source: text('source').notNull(),
	position: smallint('position').notNull(),
	confirmed: boolean('confirmed').notNull().default(false)
});

/** A paper the counter asked for beyond what is always asked. */
export const paperRequest = pgTable(
	'paper_request',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		personId: uuid('person_id').references(() => person.id, { onDelete: 'cascade' }),
		categoryCode: text('category_code')
			.notNull()
			.references(() => paperCategory.code),
		askedAt: instant('asked_at').notNull(),
		askedBy: text('asked_by').notNull()
	},
	(t) => [uniqueIndex('paper_request_once').on(t.applicationId, t.personId, t.categoryCode)]
);

/** A paper in transit: here until it is in SNE (at most 15 days), then only the fact stays. */
export const paper = pgTable(
	'paper',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		personId: uuid('person_id').references(() => person.id),
		categoryCode: text('category_code')
			.notNull()
			.references(() => paperCategory.code),
		state: paperState('state').notNull(),
		/** As the person named it, cleaned; shown, never used as a path. */
		fileName: text('file_name').notNull(),
		mediaType: text('media_type').notNull(),
		byteSize: integer('byte_size').notNull(),
		sha256: char('sha256', { length: 64 }).notNull(),
		/** Random name in the store. Empty once the content is destroyed. */
		storageKey: text('storage_key').unique(),
		/** The file's own key, wrapped by master key `masterKeyVersion`. Destroying it destroys the paper. */
		wrappedKey: bytes('wrapped_key'),
		masterKeyVersion: text('master_key_version'),
		/** Sent with the form: the same click twice is the same paper. */
		sendingId: uuid('sending_id').notNull(),
		sentBy: text('sent_by').notNull(),
		receivedAt: instant('received_at').notNull(),
		checkedAt: instant('checked_at'),
		checkedBy: text('checked_by'),
		reason: text('reason')
	},
	(t) => [
		index('paper_application').on(t.applicationId, t.receivedAt),
		index('paper_to_check')
			.on(t.receivedAt)
			.where(sql`state in ('received', 'being_checked')`),
		uniqueIndex('paper_sending').on(t.applicationId, t.sendingId),
		check('paper_size', sql`byte_size between 1 and 10485760`),
		check(
			'paper_content',
			sql`(storage_key is null) = (wrapped_key is null) and (storage_key is null) = (master_key_version is null)`
		),
		check(
			'paper_content_present',
			sql`storage_key is not null or state in ('passed_on', 'deleted', 'refused_infected')`
		)
	]
);
