import { sql } from 'drizzle-orm';
import {
	char,
	check,
	index,
	integer,
	pgTable,
	smallint,
	text,
	uniqueIndex,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { application } from './applications.ts';
import { bytes, id, instant } from './columns.ts';
import { paper } from './documents.ts';
import { fileState, objectRole, scanVerdict } from './paper-enums.ts';

/** What binds a line to its paper and to the request it belongs to. */
const ofPaper = () => ({
	paperId: uuid('paper_id')
		.notNull()
		.references((): AnyPgColumn => paper.id),
	applicationId: uuid('application_id')
		.notNull()
		.references(() => application.id)
});

/**
 * Every sealed blob of the store, with its own key: pieces under way, files as they were sent, pages, cleaned files.
 * Deleting the line destroys the key, and with it the content.
 */
export const sealedObject = pgTable(
	'sealed_object',
	{
		id: id(),
		...ofPaper(),
		role: objectRole('role').notNull(),
		/** Of a piece: its file, and where in it the piece begins. */
		fileId: uuid('file_id').references((): AnyPgColumn => paperFile.id),
		fromByte: integer('from_byte'),
		/** Random name in the store. */
		storageKey: text('storage_key').notNull().unique(),
		/** The object's own key, wrapped by master key `masterKeyVersion`. */
		wrappedKey: bytes('wrapped_key').notNull(),
		masterKeyVersion: text('master_key_version').notNull(),
		/** 2 binds to request, paper and object; 1, older, to request and paper. */
		seal: smallint('seal').notNull().default(2),
		/** In clear. */
		byteSize: integer('byte_size').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		index('sealed_object_paper').on(t.paperId),
		index('sealed_object_key_version').on(t.masterKeyVersion),
		uniqueIndex('sealed_object_part').on(t.fileId, t.fromByte),
		check('sealed_object_size', sql`byte_size > 0`),
		check(
			'sealed_object_of_file',
			sql`(role = 'part') = (file_id is not null and from_byte is not null)`
		)
	]
);

/** One file that makes up a paper: a photographed page, or a PDF. */
export const paperFile = pgTable(
	'paper_file',
	{
		id: id(),
		...ofPaper(),
		position: smallint('position').notNull(),
		/** Asked by its owner, beyond what the picture itself says. */
		rotation: smallint('rotation').notNull().default(0),
		/** As the person named it, cleaned; shown, never used as a path. */
		fileName: text('file_name').notNull(),
		declaredType: text('declared_type').notNull(),
		/** What its first bytes say it is; none before it arrived. */
		mediaType: text('media_type'),
		/** As announced; none when the sender did not say. */
		expectedBytes: integer('expected_bytes'),
		receivedBytes: integer('received_bytes').notNull().default(0),
		/** What it weighed when it arrived: counted by the quota until the paper is destroyed. */
		byteSize: integer('byte_size'),
		sha256: char('sha256', { length: 64 }),
		state: fileState('state').notNull(),
		/** Said before its pages are made. */
		scan: scanVerdict('scan').notNull().default('waiting'),
		/** Why it is refused: a PaperTrouble. */
		trouble: text('trouble'),
		/** Drawn by the client: the same file twice is the same file. */
		sendingId: uuid('sending_id').notNull(),
		/** The file as it was sent; dropped once its pages are made. */
		objectId: uuid('object_id').references((): AnyPgColumn => sealedObject.id),
		createdAt: instant('created_at').notNull(),
		lastByteAt: instant('last_byte_at').notNull(),
		/** When its pages were made. */
		preparedAt: instant('prepared_at')
	},
	(t) => [
		index('paper_file_paper').on(t.paperId, t.position),
		uniqueIndex('paper_file_sending').on(t.applicationId, t.sendingId),
		check('paper_file_rotation', sql`rotation in (0, 90, 180, 270)`),
		check('paper_file_received', sql`received_bytes >= 0`),
		check('paper_file_refused', sql`(state = 'refused') = (trouble is not null)`),
		// A file that is here has its content, or the pages made from it.
		check(
			'paper_file_content',
			sql`state <> 'arrived' or (byte_size is not null and sha256 is not null and media_type is not null and (object_id is not null) = (prepared_at is null))`
		)
	]
);

/** What eyes see: one picture a page, made here from the pixels of what was sent. */
export const paperPage = pgTable(
	'paper_page',
	{
		id: id(),
		paperId: uuid('paper_id')
			.notNull()
			.references(() => paper.id),
		/** From 1; renumbered as a whole (renumber-pages.ts). */
		number: smallint('number').notNull(),
		/** The file it was made from; none once an agent moved it to another paper. */
		fileId: uuid('file_id').references(() => paperFile.id),
		width: integer('width').notNull(),
		height: integer('height').notNull(),
		/** Still to be applied to the picture when it is shown, and in the cleaned file. */
		rotation: smallint('rotation').notNull().default(0),
		objectId: uuid('object_id')
			.notNull()
			.references(() => sealedObject.id)
	},
	(t) => [
		index('paper_page_paper').on(t.paperId, t.number),
		check('paper_page_number', sql`number >= 1`),
		check('paper_page_rotation', sql`rotation in (0, 90, 180, 270)`)
	]
);
