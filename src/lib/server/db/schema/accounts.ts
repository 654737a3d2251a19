import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Device } from '../../../domain/accounts/devices.ts';
import { application } from './applications.ts';
import { bytes, id, instant } from './columns.ts';
import { counter } from './counters.ts';

export const staffRole = pgEnum('staff_role', ['agent', 'head']);

/** One account for one request. It exists, without a password, as soon as the request is known here. */
export const applicantAccount = pgTable('applicant_account', {
	id: id(),
	applicationId: uuid('application_id')
		.notNull()
		.unique()
		.references(() => application.id),
	passwordHash: text('password_hash'),
	activatedAt: instant('activated_at'),
	locale: text('locale').notNull().default('fr'),
	createdAt: instant('created_at').notNull()
});

/** 16 digits handed over at the counter after an identity check; hashed, five tries, thirty days, one use. */
export const activationCode = pgTable(
	'activation_code',
	{
		id: id(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => applicantAccount.id),
		codeHash: text('code_hash').notNull(),
		failedTries: integer('failed_tries').notNull().default(0),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at'),
		cancelledAt: instant('cancelled_at')
	},
	(t) => [
		uniqueIndex('activation_code_one_live')
			.on(t.accountId)
			.where(sql`used_at is null and cancelled_at is null`),
		check('activation_code_tries', sql`failed_tries between 0 and 5`)
	]
);

export const staffAccount = pgTable('staff_account', {
	id: id(),
	email: text('email').notNull().unique(),
	name: text('name').notNull(),
	role: staffRole('role').notNull(),
	passwordHash: text('password_hash').notNull(),
	/** AES-256-GCM under SECRET_KEY: the database alone must not be enough to make codes. */
	totpSecret: bytes('totp_secret').notNull(),
	/** The 30-second step of the last code accepted: a code is good once. */
	totpLastStep: integer('totp_last_step').notNull().default(0),
	active: boolean('active').notNull().default(true),
	/** Papers on health, violence and guardianship: a right given person by person (SNE: consultant_sensible). */
	readsSensitive: boolean('reads_sensitive').notNull().default(false),
	createdAt: instant('created_at').notNull()
});

/** The counters an agent works for. A head of service sees all of them without a row here. */
export const staffCounter = pgTable(
	'staff_counter',
	{
		staffId: uuid('staff_id')
			.notNull()
			.references(() => staffAccount.id),
		counterId: uuid('counter_id')
			.notNull()
			.references(() => counter.id)
	},
	(t) => [primaryKey({ columns: [t.staffId, t.counterId] })]
);

/**
 * Somebody who helps applicants, known by the e-mail address or the telephone that an invitation reached. Nobody
 * shares it, and it opens nothing by itself: what it may do is in the mandates (schema/helpers.ts).
 */
export const helperAccount = pgTable(
	'helper_account',
	{
		id: id(),
		channel: text('channel').$type<'email' | 'sms'>().notNull(),
		contact: text('contact').notNull().unique(),
		/** As they call themselves: shown to whoever they help, beside everything they do. */
		name: text('name').notNull(),
		passwordHash: text('password_hash').notNull(),
		locale: text('locale').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Six digits sent to the address at a sign-in from a device that is not known: a keyed hash, while they are good. */
		codeHash: text('code_hash'),
		codeTries: integer('code_tries').notNull().default(0),
		codeSentAt: instant('code_sent_at')
	},
	(t) => [
		check('helper_account_channel', sql`${t.channel} in ('email', 'sms')`),
		check('helper_account_name', sql`length(${t.name}) between 1 and 80`)
	]
);

/** `id` is the SHA-256 of the cookie's secret: a leaked table opens no session. */
export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		applicantAccountId: uuid('applicant_account_id').references(() => applicantAccount.id),
		staffAccountId: uuid('staff_account_id').references(() => staffAccount.id),
		helperAccountId: uuid('helper_account_id').references(() => helperAccount.id),
		createdAt: instant('created_at').notNull(),
		/** What the person said it was opened on: how long it lasts, and what may stay there. */
		device: text('device').$type<Device>().notNull().default('ordinary'),
		/** When the password was last given; null for a session older than this column. */
		verifiedAt: instant('verified_at'),
		/** Idle limit, pushed forward by use. */
		expiresAt: instant('expires_at').notNull(),
		/** Absolute limit, never moved. */
		endsAt: instant('ends_at').notNull()
	},
	(t) => [
		index('session_applicant').on(t.applicantAccountId),
		index('session_staff').on(t.staffAccountId),
		index('session_helper').on(t.helperAccountId),
		check('session_device', sql`${t.device} in ('ordinary', 'shared', 'own')`),
		check(
			'session_one_owner',
			sql`num_nonnulls(applicant_account_id, staff_account_id, helper_account_id) = 1`
		)
	]
);

/**
 * Where a phone receives "news on your request" (RFC 8030). It belongs to one session: whatever ends the session
 * (signing out, its limit, the account) ends it too.
 */
export const pushSubscription = pgTable(
	'push_subscription',
	{
		id: id(),
		sessionId: text('session_id')
			.notNull()
			.references(() => session.id, { onDelete: 'cascade' }),
		accountId: uuid('account_id')
			.notNull()
			.references(() => applicantAccount.id),
		endpoint: text('endpoint').notNull().unique(),
		/** The phone's public key and shared secret (RFC 8291): what is sent can be read there only. */
		p256dh: text('p256dh').notNull(),
		auth: text('auth').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		index('push_subscription_account').on(t.accountId),
		index('push_subscription_session').on(t.sessionId)
	]
);

/** Failed sign-ins, by account and by source, as keyed hashes: they survive a restart and name nobody. */
export const signInFailure = pgTable(
	'sign_in_failure',
	{
		id: id(),
		subject: text('subject').notNull(),
		failedAt: instant('failed_at').notNull()
	},
	(t) => [index('sign_in_failure_subject').on(t.subject, t.failedAt)]
);
