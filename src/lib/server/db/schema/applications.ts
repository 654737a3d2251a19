import { sql } from 'drizzle-orm';
import {
	bigint,
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
	uuid
} from 'drizzle-orm/pg-core';
import { EVENT_KINDS, REQUEST_STATES } from '../../../domain/applications/event-kinds.ts';
import { bytes, id, instant, plainDate } from './columns.ts';

/** Who said a fact: the applicant, a counter, or the State's register and the landlords (domain.md §13.1). */
export const origin = pgEnum('origin', ['declared', 'counter', 'official']);

/** The life cycle is one table, in lib/domain: the database knows its words and refuses others. */
export const requestState = pgEnum('request_state', REQUEST_STATES);
export const eventKind = pgEnum('event_kind', EVENT_KINDS);

/** Columns that every fact carries: who said it, and the day it was said. */
const stated = () => ({
	origin: origin('origin').notNull(),
	statedOn: plainDate('stated_on').notNull()
});

/** La demande de logement social, known by its numéro unique. */
export const application = pgTable(
	'application',
	{
		id: id(),
		uniqueNumber: char('unique_number', { length: 18 }).notNull().unique(),
		/** Code of the guichet enregistreur in SNE. */
		registeringCode: text('registering_code'),
		/** Day of the first filing: seniority runs from it and no update moves it (R441-2-7). */
		filedOn: plainDate('filed_on').notNull(),
		renewedOn: plainDate('renewed_on'),
		/** One year from filing or last renewal (R441-2-7). */
		validUntil: plainDate('valid_until').notNull(),
		/** Current state, kept in step with the events by the one use case that records them. */
		state: requestState('state').notNull(),
		enlargedSearch: boolean('enlarged_search'),
		...stated(),
		createdAt: instant('created_at').notNull(),
		updatedAt: instant('updated_at').notNull()
	},
	(t) => [
		index('application_valid_until').on(t.validUntil),
		index('application_updated').on(t.updatedAt),
		index('application_filed')
			.on(t.filedOn)
			.where(sql`state = 'filed'`),
		/** Offers that an agent follows: few among many requests. */
		index('application_offer_followed')
			.on(t.id)
			.where(sql`state in ('offer_sent', 'offer_answered')`),
		/** Those whose year is counted before they are erased: few among many requests. */
		index('application_struck_off')
			.on(t.id)
			.where(sql`state = 'struck_off'`),
		index('application_registering_code').on(t.registeringCode),
		/** Offers that may run out: few among many requests. */
		index('application_offer_open')
			.on(t.id)
			.where(sql`state = 'offer_sent'`),
		check('application_number', sql`unique_number ~ '^[0-9A-Z]{18}$'`),
		check('application_renewed', sql`renewed_on is null or renewed_on >= filed_on`),
		check('application_validity', sql`valid_until > filed_on`)
	]
);

export const householdRole = pgEnum('household_role', [
	'applicant',
	'coapplicant',
	'dependant',
	'in_custody',
	'unborn'
]);

/** A person of the household. Codes are those of SNE (lib/domain/applications). */
export const person = pgTable(
	'person',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		role: householdRole('role').notNull(),
		/** Order on the form, from 0. */
		position: smallint('position').notNull(),
		civility: text('civility'),
		lastName: text('last_name'),
		birthName: text('birth_name'),
		firstName: text('first_name'),
		birthDate: plainDate('birth_date'),
		/** For the unborn: how many, and the day they are expected (birthDate is empty). */
		expectedCount: smallint('expected_count'),
		expectedOn: plainDate('expected_on'),
		sex: text('sex'),
		nationality: text('nationality'),
		familySituation: text('family_situation'),
		linkToApplicant: text('link_to_applicant'),
		kinship: text('kinship'),
		custody: text('custody'),
		phone: text('phone'),
		email: text('email'),
		addressLine: text('address_line'),
		postcode: text('postcode'),
		addressCommune: text('address_commune'),
		profession: text('profession'),
		contract: text('contract'),
		employer: text('employer'),
		workPostcode: text('work_postcode'),
		workCommune: text('work_commune'),
		/** The day they left the household: kept for the papers about them, and shown nowhere else. */
		leftOn: plainDate('left_on'),
		...stated()
	},
	(t) => [
		index('person_application').on(t.applicationId),
		/** Whose home is on a counter's territory. */
		index('person_home').on(t.addressCommune, t.applicationId),
		index('person_birth').on(t.birthDate),
		// The migration adds person_names, for the search by name: an index of trigrams over a function.
		check('person_unborn', sql`(role = 'unborn') = (expected_count is not null)`),
		check('person_position', sql`position >= 0`)
	]
);

/** Revenu fiscal de référence of a year, in whole euros. */
export const taxIncome = pgTable(
	'tax_income',
	{
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		year: smallint('year').notNull(),
		amountEuros: integer('amount_euros').notNull(),
		...stated()
	},
	(t) => [
		primaryKey({ columns: [t.personId, t.year] }),
		check('tax_income_year', sql`year between 1990 and 2100`)
	]
);

export const resourceDirection = pgEnum('resource_direction', ['received', 'paid']);

/** A monthly resource received or paid, in euro cents. An amount may be unknown. */
export const resource = pgTable(
	'resource',
	{
		id: id(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		direction: resourceDirection('direction').notNull(),
		code: text('code').notNull(),
		monthlyCents: bigint('monthly_cents', { mode: 'number' }),
		...stated()
	},
	(t) => [
		index('resource_person').on(t.personId),
		check('resource_amount', sql`monthly_cents is null or monthly_cents >= 0`)
	]
);

export const currentHousing = pgTable('current_housing', {
	applicationId: uuid('application_id')
		.primaryKey()
		.references(() => application.id),
	model: text('model'),
	rentCents: bigint('rent_cents', { mode: 'number' }),
	occupants: smallint('occupants'),
	category: text('category'),
	type: text('type'),
	surfaceM2: smallint('surface_m2'),
	owner: boolean('owner'),
	...stated()
});

export const wantedType = pgTable(
	'wanted_type',
	{
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		type: text('type').notNull(),
		...stated()
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.type] })]
);

/** Communes wanted, in the person's order. They may lie outside the territory, hence no foreign key. */
export const wantedCommune = pgTable(
	'wanted_commune',
	{
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		insee: char('insee', { length: 5 }).notNull(),
		rank: smallint('rank').notNull(),
		...stated()
	},
	(t) => [
		primaryKey({ columns: [t.applicationId, t.insee] }),
		/** Who asks for a counter's commune. */
		index('wanted_commune_place').on(t.insee, t.applicationId)
	]
);

export const requestMotive = pgTable(
	'request_motive',
	{
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		code: text('code').notNull(),
		rank: smallint('rank').notNull(),
		...stated()
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.code] })]
);

/** What happened to a request: dated, signed, never changed (a trigger refuses it). */
export const applicationEvent = pgTable(
	'application_event',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		kind: eventKind('kind').notNull(),
		/** The day it happened, as its author says. */
		occurredOn: plainDate('occurred_on').notNull(),
		/** The moment it was written here. */
		recordedAt: instant('recorded_at').notNull(),
		origin: origin('origin').notNull(),
		/** Name of the body that says so ("guichet d'Antibes"), shown to the applicant. */
		author: text('author').notNull(),
		recordedBy: text('recorded_by').notNull(),
		detail: jsonb('detail')
			.$type<Record<string, string | number | boolean | null>>()
			.notNull()
			.default({})
	},
	(t) => [
		index('application_event_application').on(t.applicationId, t.occurredOn),
		/** Who was received. */
		index('application_event_interviewed')
			.on(t.applicationId)
			.where(sql`kind = 'interviewed'`)
	]
);

/** The file a request came from, kept as it was received. */
export const sneFile = pgTable(
	'sne_file',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		sha256: char('sha256', { length: 64 }).notNull(),
		content: bytes('content').notNull(),
		leftOut: jsonb('left_out').$type<{ path: string; why: string }[]>().notNull(),
		receivedAt: instant('received_at').notNull()
	},
	(t) => [index('sne_file_application').on(t.applicationId, t.receivedAt)]
);
