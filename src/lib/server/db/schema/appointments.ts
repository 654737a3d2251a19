import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { APPOINTMENT_STATES } from '../../../domain/appointments/states.ts';
import { application } from './applications.ts';
import { id, instant } from './columns.ts';
import { counter, desk, motive } from './counters.ts';

export const appointmentState = pgEnum('appointment_state', APPOINTMENT_STATES);
export const appointmentChannel = pgEnum('appointment_channel', ['on_site', 'telephone']);
export const helperKind = pgEnum('helper_kind', [
	'relative',
	'social_worker',
	'association',
	'other'
]);

/**
 * An individual interview. The migration adds what Drizzle cannot say: an exclusion constraint on
 * (desk, occupied range) while the state occupies the desk, so that one desk never holds two people at once.
 */
export const appointment = pgTable(
	'appointment',
	{
		id: id(),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id),
		deskId: uuid('desk_id')
			.notNull()
			.references(() => desk.id),
		motiveCode: text('motive_code')
			.notNull()
			.references(() => motive.code),
		/** Empty for a visitor who has no request yet. */
		applicationId: uuid('application_id').references(() => application.id),
		startsAt: instant('starts_at').notNull(),
		endsAt: instant('ends_at').notNull(),
		/** The visit and its buffers: what the desk is kept for. */
		occupiedFrom: instant('occupied_from').notNull(),
		occupiedUntil: instant('occupied_until').notNull(),
		state: appointmentState('state').notNull(),
		channel: appointmentChannel('channel').notNull().default('on_site'),
		heldUntil: instant('held_until'),
		/** Deliberately laid over another appointment by an agent, with a reason: outside the exclusion. */
		overbookingReason: text('overbooking_reason'),
		/** SHA-256 of the secret in the person's private link (at least 128 bits). */
		linkHash: text('link_hash').unique(),
		/** SEQUENCE of the calendar file: rises with every change (RFC 5545 §3.8.7.4). */
		sequence: integer('sequence').notNull().default(0),
		/** The appointment this one replaced by a move. */
		movedFromId: uuid('moved_from_id'),
		confirmedAt: instant('confirmed_at'),
		createdAt: instant('created_at').notNull(),
		updatedAt: instant('updated_at').notNull(),
		createdBy: text('created_by').notNull(),
		cancellationReason: text('cancellation_reason'),
		walkIn: boolean('walk_in').notNull().default(false),
		/** SHA-256 of the secret a visitor's browser holds while they are choosing. */
		holderHash: text('holder_hash'),
		/** Somebody who booked for the person, named as such. */
		helperKind: helperKind('helper_kind'),
		helperName: text('helper_name')
	},
	(t) => [
		check(
			'appointment_times',
			sql`occupied_from <= starts_at and starts_at < ends_at and ends_at <= occupied_until`
		),
		check('appointment_helper', sql`(helper_kind is null) = (helper_name is null)`),
		check('appointment_hold', sql`(state = 'held') <= (held_until is not null)`),
		// Upcoming ranges are read by counter; history must cost nothing.
		index('appointment_counter_time').on(t.counterId, t.startsAt, t.applicationId),
		// For the figures of a month: small, and nearly nothing to keep, for rows come in the order of time.
		index('appointment_made').using('brin', t.createdAt),
		index('appointment_busy')
			.on(t.occupiedUntil, t.counterId)
			.where(
				sql`state in ('held', 'booked', 'arrived', 'called', 'in_interview', 'received', 'absent')`
			),
		// Who asked to be received and was not (asked-to-be-received.ts).
		index('appointment_asks_reception')
			.on(t.applicationId)
			.where(
				sql`motive_code = 'premier-accueil' and state in ('booked', 'arrived', 'called', 'in_interview', 'absent', 'cancelled_by_service', 'unrecorded')`
			),
		index('appointment_application').on(t.applicationId, t.startsAt),
		uniqueIndex('appointment_one_upcoming')
			.on(t.applicationId, t.motiveCode)
			.where(sql`state = 'booked' and application_id is not null`),
		// What a visitor's browser has chosen, found again at each of its steps.
		index('appointment_holder')
			.on(t.holderHash, t.createdAt)
			.where(sql`holder_hash is not null`),
		uniqueIndex('appointment_one_hold')
			.on(t.applicationId)
			.where(sql`state = 'held' and application_id is not null`)
	]
);

export const appointmentEvent = pgTable(
	'appointment_event',
	{
		id: id(),
		appointmentId: uuid('appointment_id')
			.notNull()
			.references(() => appointment.id),
		fromState: appointmentState('from_state'),
		toState: appointmentState('to_state').notNull(),
		at: instant('at').notNull(),
		actor: text('actor').notNull(),
		reason: text('reason')
	},
	(t) => [
		index('appointment_event_appointment').on(t.appointmentId, t.at),
		/** Whom a counter told that their opening went away. */
		index('appointment_event_told')
			.on(t.appointmentId)
			.where(sql`reason = 'without-opening'`)
	]
);
