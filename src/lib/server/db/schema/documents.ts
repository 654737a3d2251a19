import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	jsonb,
	pgEnum,
	pgTable,
	smallint,
	text,
	uniqueIndex,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import type { Told } from '../../../domain/documents/resend-reasons.ts';
import { staffAccount } from './accounts.ts';
import { application, person } from './applications.ts';
import { id, instant, type Localised } from './columns.ts';
import { sealedObject } from './paper-content.ts';
import { paperChannel, paperMark, paperState, scanVerdict } from './paper-enums.ts';

export const paperLevel = pgEnum('paper_level', ['mandatory', 'on_request']);

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
	confirmed: boolean('confirmed').notNull().default(false),
	/** What will not do, in words for people. */
	refused: jsonb('refused').$type<Localised>().notNull().default({ fr: '' }),
	/** Name of one of our drawings. */
	drawing: text('drawing'),
	/** Retired kinds are offered to nobody; papers that were sent keep theirs. */
	active: boolean('active').notNull().default(true),
	/** When staff last edited it; none while it is as it came. */
	updatedAt: instant('updated_at')
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

/**
 * A document of a request in transit: here until it is in SNE (at most 15 days), then only the fact stays. What it is
 * made of is in paper-content.ts. In state `receiving` it is a draft that its owner alone sees.
 */
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
		channel: paperChannel('channel').notNull().default('phone'),
		/** Drawn with the form or by the client: the same click twice is the same paper. */
		sendingId: uuid('sending_id').notNull(),
		/** Who sent it: the applicant, or the agent who scanned it. */
		sentBy: text('sent_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** When a draft that nobody finishes goes. */
		expiresAt: instant('expires_at'),
		/** Reception, which starts the 15 days (R441-2-4-1); none while it is a draft. */
		receivedAt: instant('received_at'),
		pageCount: smallint('page_count').notNull().default(0),
		scan: scanVerdict('scan').notNull().default('waiting'),
		scannedAt: instant('scanned_at'),
		/** When the next try of scanning and rendering is due; none when there is nothing to prepare. */
		prepareAt: instant('prepare_at'),
		prepareTries: smallint('prepare_tries').notNull().default(0),
		/** Why it still waits: a WaitingReason, for agents. */
		waitingFor: text('waiting_for'),
		/** Its pages and its cleaned file are ready. */
		preparedAt: instant('prepared_at'),
		/** The file made of its pages, the only one that leaves for SNE. */
		cleanObjectId: uuid('clean_object_id').references((): AnyPgColumn => sealedObject.id),
		/** Why its content cannot be used: a PaperTrouble. The content is then already destroyed. */
		trouble: text('trouble'),
		checkedAt: instant('checked_at'),
		checkedBy: text('checked_by'),
		reason: text('reason'),
		/** What the person was told with it, as it was worded that day. */
		told: jsonb('told').$type<Told>(),
		/** The mark that agents set in SNE. */
		mark: paperMark('mark'),
		depositedAt: instant('deposited_at'),
		depositedBy: text('deposited_by'),
		/** Key, content and previews are gone; only the fact stays. */
		destroyedAt: instant('destroyed_at'),
		/** Its pages are now in that paper. */
		mergedInto: uuid('merged_into').references((): AnyPgColumn => paper.id, {
			onDelete: 'set null'
		})
	},
	(t) => [
		index('paper_application').on(t.applicationId, t.receivedAt),
		/** Of most papers only the fact is left. */
		index('paper_in_transit')
			.on(t.applicationId)
			.where(sql`state in ('received', 'being_checked', 'accepted')`),
		index('paper_checked')
			.on(t.checkedAt)
			.where(sql`checked_at is not null`),
		index('paper_to_check')
			.on(t.receivedAt)
			.where(sql`state in ('received', 'being_checked')`),
		/** To count those of a territory without a look at any paper. */
		index('paper_to_check_of')
			.on(t.applicationId)
			.where(sql`state in ('received', 'being_checked')`),
		index('paper_to_prepare')
			.on(t.prepareAt)
			.where(sql`prepare_at is not null`),
		index('paper_to_empty')
			.on(t.depositedAt)
			.where(sql`deposited_at is not null and destroyed_at is null`),
		index('paper_unfit_to_empty')
			.on(t.checkedAt)
			.where(sql`state in ('to_resend', 'set_aside') and destroyed_at is null`),
		uniqueIndex('paper_sending').on(t.applicationId, t.sendingId),
		check('paper_received', sql`received_at is not null or state = 'receiving'`),
		check('paper_deposited', sql`(deposited_at is null) = (deposited_by is null)`),
		check('paper_destroyed', sql`destroyed_at is null or clean_object_id is null`),
		// Whatever reads it next must find something to read, or a fact that says why there is nothing.
		check(
			'paper_content_kept',
			sql`destroyed_at is null or trouble is not null or state in ('passed_on', 'to_resend', 'set_aside', 'deleted', 'refused_infected')`
		)
	]
);

/** What agents say to each other of a paper. The applicant does not see it; it goes with the paper. */
export const paperNote = pgTable(
	'paper_note',
	{
		id: id(),
		paperId: uuid('paper_id')
			.notNull()
			.references(() => paper.id, { onDelete: 'cascade' }),
		staffId: uuid('staff_id')
			.notNull()
			.references(() => staffAccount.id),
		text: text('text').notNull(),
		writtenAt: instant('written_at').notNull()
	},
	(t) => [index('paper_note_paper').on(t.paperId, t.writtenAt)]
);

/** Which agent has a paper before them, so that two do not read the same one. It binds nobody. */
export const paperDesk = pgTable('paper_desk', {
	paperId: uuid('paper_id')
		.primaryKey()
		.references(() => paper.id, { onDelete: 'cascade' }),
	staffId: uuid('staff_id').notNull(),
	since: instant('since').notNull()
});

/** A small site without antivirus accepts the risk in writing: who, when, in which words. Ended, not erased. */
export const unscannedWaiver = pgTable('unscanned_waiver', {
	id: id(),
	statement: text('statement').notNull(),
	givenAt: instant('given_at').notNull(),
	givenBy: text('given_by').notNull(),
	endedAt: instant('ended_at'),
	endedBy: text('ended_by')
});
