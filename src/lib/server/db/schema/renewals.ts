import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Answers } from '../../../domain/renewals/answers.ts';
import { CONFIRMATION_STATES } from '../../../domain/renewals/states.ts';
import { application } from './applications.ts';
import { id, instant, plainDate } from './columns.ts';
import { sneOutbox } from './sne.ts';

export const confirmationState = pgEnum('renewal_confirmation_state', CONFIRMATION_STATES);

/**
 * The applicant's yearly confirmation. It renews nothing by itself: the counter, or the register, does
 * (R441-2-7). One a year of validity, whatever is tapped twice.
 */
export const renewalConfirmation = pgTable(
	'renewal_confirmation',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		/** Last day of the year of validity that it renews. */
		validUntil: plainDate('valid_until').notNull(),
		state: confirmationState('state').notNull(),
		/** By part of the request: the same, or changed. */
		answers: jsonb('answers').$type<Answers>().notNull(),
		createdAt: instant('created_at').notNull(),
		confirmedAt: instant('confirmed_at'),
		confirmedBy: text('confirmed_by'),
		outboxId: uuid('outbox_id').references(() => sneOutbox.id),
		/** The day the renewal was entered in SNE. */
		recordedOn: plainDate('recorded_on'),
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		answeredBy: text('answered_by'),
		/** Name of the counter, or SNE. */
		answeredFor: text('answered_for')
	},
	(t) => [
		uniqueIndex('renewal_confirmation_once')
			.on(t.applicationId, t.validUntil)
			.where(sql`state <> 'not_possible'`),
		index('renewal_confirmation_to_enter')
			.on(t.validUntil)
			.where(sql`state = 'confirmed'`),
		check(
			'renewal_confirmation_confirmed',
			sql`(state = 'draft') = (confirmed_at is null) and (confirmed_at is null) = (confirmed_by is null)`
		),
		check('renewal_confirmation_recorded', sql`(state = 'recorded') = (recorded_on is not null)`),
		check('renewal_confirmation_reason', sql`state <> 'not_possible' or answer is not null`)
	]
);

/** A reminder of renewal that left, or that came too late: each is decided once for a year of validity. */
export const renewalReminder = pgTable(
	'renewal_reminder',
	{
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		validUntil: plainDate('valid_until').notNull(),
		daysBefore: smallint('days_before').notNull(),
		decidedAt: instant('decided_at').notNull(),
		sent: boolean('sent').notNull(),
		/** The first that leaves is the notice of R441-2-7. */
		isNotice: boolean('is_notice').notNull().default(false),
		/** When its leaving entered the request's history. */
		noticedAt: instant('noticed_at')
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.validUntil, t.daysBefore] })]
);
