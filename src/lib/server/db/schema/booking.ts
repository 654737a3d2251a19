import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	jsonb,
	boolean,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { application } from './applications.ts';
import { appointment } from './appointments.ts';
import { id, instant, plainDate } from './columns.ts';
import { counter, motive } from './counters.ts';

export const timeRequestState = pgEnum('time_request_state', ['waiting', 'answered', 'closed']);
export const waitingOfferOutcome = pgEnum('waiting_offer_outcome', [
	'open',
	'accepted',
	'declined',
	'expired'
]);

/** Who comes, when they have no request yet: asked for nothing more than what receiving them needs. */
export const visitorContact = pgTable(
	'visitor_contact',
	{
		appointmentId: uuid('appointment_id')
			.primaryKey()
			.references(() => appointment.id),
		lastName: text('last_name').notNull(),
		firstName: text('first_name').notNull(),
		birthDate: plainDate('birth_date').notNull(),
		phone: text('phone'),
		email: text('email'),
		locale: text('locale').notNull(),
		/** Six digits sent to the telephone or e-mail, hashed; they prove that messages will arrive. */
		codeHash: text('code_hash'),
		codeTries: integer('code_tries').notNull().default(0),
		codeSentAt: instant('code_sent_at'),
		verifiedAt: instant('verified_at')
	},
	() => [
		// A code goes somewhere; a walk-in, who stands at the desk, may leave neither.
		check('visitor_contact_reachable', sql`code_hash is null or num_nonnulls(phone, email) >= 1`),
		check('visitor_contact_tries', sql`code_tries between 0 and 5`)
	]
);

/** Somebody who would come earlier if a place were freed at this counter for this motive. */
export const waitingEntry = pgTable(
	'waiting_entry',
	{
		id: id(),
		applicationId: uuid('application_id').references(() => application.id),
		/** The appointment they have, which a freed place would replace; empty when they have none. */
		appointmentId: uuid('appointment_id').references(() => appointment.id),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		motiveCode: text('motive_code')
			.notNull()
			.references(() => motive.code),
		/** Half-days that suit, as `1-am` … `5-pm` (Monday = 1); empty means any. */
		halfDays: text('half_days')
			.array()
			.notNull()
			.default(sql`'{}'`),
		createdAt: instant('created_at').notNull(),
		createdBy: text('created_by').notNull(),
		endedAt: instant('ended_at')
	},
	(t) => [
		index('waiting_entry_open')
			.on(t.counterId, t.motiveCode, t.createdAt)
			.where(sql`ended_at is null`),
		uniqueIndex('waiting_entry_one_a_request')
			.on(t.applicationId, t.motiveCode, t.counterId)
			.where(sql`ended_at is null and application_id is not null`),
		uniqueIndex('waiting_entry_one_an_appointment')
			.on(t.appointmentId)
			.where(sql`ended_at is null and appointment_id is not null`),
		check('waiting_entry_somebody', sql`num_nonnulls(application_id, appointment_id) >= 1`)
	]
);

/** A freed place offered to one person at a time: it is held for them until they answer or the time is over. */
export const waitingOffer = pgTable(
	'waiting_offer',
	{
		id: id(),
		waitingEntryId: uuid('waiting_entry_id')
			.notNull()
			.references(() => waitingEntry.id),
		heldAppointmentId: uuid('held_appointment_id')
			.notNull()
			.unique()
			.references(() => appointment.id),
		linkHash: text('link_hash').notNull().unique(),
		offeredAt: instant('offered_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		outcome: waitingOfferOutcome('outcome').notNull().default('open')
	},
	(t) => [
		uniqueIndex('waiting_offer_one_open')
			.on(t.waitingEntryId)
			.where(sql`outcome = 'open'`),
		index('waiting_offer_due')
			.on(t.expiresAt)
			.where(sql`outcome = 'open'`)
	]
);

/** "No time suits me": half-days that would, seen and answered by the counter. Nobody is left without an answer. */
export const timeRequest = pgTable(
	'time_request',
	{
		id: id(),
		applicationId: uuid('application_id').references(() => application.id),
		/** For a visitor without a request: names, birth date, telephone or e-mail; `{}` once they are erased. */
		contact: jsonb('contact').$type<Record<string, string> | null>(),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		motiveCode: text('motive_code')
			.notNull()
			.references(() => motive.code),
		halfDays: text('half_days').array().notNull(),
		note: text('note'),
		locale: text('locale').notNull(),
		createdAt: instant('created_at').notNull(),
		state: timeRequestState('state').notNull().default('waiting'),
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		answeredBy: text('answered_by')
	},
	(t) => [
		index('time_request_waiting')
			.on(t.counterId, t.createdAt)
			.where(sql`state = 'waiting'`),
		uniqueIndex('time_request_one_waiting')
			.on(t.applicationId, t.motiveCode)
			.where(sql`state = 'waiting' and application_id is not null`),
		check('time_request_somebody', sql`num_nonnulls(application_id, contact) = 1`),
		check('time_request_answer', sql`(state = 'answered') <= (answered_at is not null)`)
	]
);

/** A reminder that left, or that came too late to be sent: each is decided once. */
export const appointmentReminder = pgTable(
	'appointment_reminder',
	{
		appointmentId: uuid('appointment_id')
			.notNull()
			.references(() => appointment.id),
		minutesBefore: integer('minutes_before').notNull(),
		decidedAt: instant('decided_at').notNull(),
		sent: boolean('sent').notNull()
	},
	(t) => [primaryKey({ columns: [t.appointmentId, t.minutesBefore] })]
);

/** What a counter chooses for itself; no row means the defaults. */
export const counterSetting = pgTable(
	'counter_setting',
	{
		counterId: uuid('counter_id')
			.primaryKey()
			.references(() => counter.id),
		/** When reminders leave, in minutes before the start: 7 days, 48 hours, 3 hours. */
		reminderMinutes: integer('reminder_minutes')
			.array()
			.notNull()
			.default(sql`'{10080,2880,180}'`),
		cancelUntilMinutes: integer('cancel_until_minutes').notNull().default(60),
		/** An alert when no time is free within so many days. */
		alertWithinDays: integer('alert_within_days').notNull().default(14),
		/** SHA-256 of the secret in the address of the counter's calendar feed; empty means no feed. */
		feedHash: text('feed_hash').unique()
	},
	() => [
		check('counter_setting_cancel', sql`cancel_until_minutes between 0 and 10080`),
		check('counter_setting_alert', sql`alert_within_days between 1 and 366`)
	]
);

/** Figures of the whole service that staff edit, each with its source and whether it is confirmed. */
export const setting = pgTable('setting', {
	key: text('key').primaryKey(),
	value: jsonb('value').$type<string | number | boolean>().notNull(),
	source: text('source'),
	confirmed: boolean('confirmed').notNull().default(false),
	updatedAt: instant('updated_at').notNull()
});
