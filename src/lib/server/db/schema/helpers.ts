import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { HelperRight } from '../../../domain/helpers/rights.ts';
import { helperAccount } from './accounts.ts';
import { application } from './applications.ts';
import { helperKind } from './appointments.ts';
import { id, instant } from './columns.ts';
import { messageChannel } from './notifications.ts';

export const mandateEnder = pgEnum('mandate_ender', ['applicant', 'helper']);

/** Whom an applicant named, for what, until when, and what became of it. Rights never change: a new one is given. */
export const helperMandate = pgTable(
	'helper_mandate',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		kind: helperKind('kind').notNull(),
		/** As the applicant calls them. */
		name: text('name').notNull(),
		channel: messageChannel('channel').notNull(),
		contact: text('contact').notNull(),
		/** Closed list in lib/domain/helpers/rights.ts. */
		rights: text('rights').array().$type<HelperRight[]>().notNull(),
		/** SHA-256 of the secret in the private link: a leaked table accepts nothing. */
		linkHash: text('link_hash').notNull(),
		createdAt: instant('created_at').notNull(),
		invitedUntil: instant('invited_until').notNull(),
		endsAt: instant('ends_at').notNull(),
		accountId: uuid('account_id').references(() => helperAccount.id),
		acceptedAt: instant('accepted_at'),
		declinedAt: instant('declined_at'),
		stoppedAt: instant('stopped_at'),
		stoppedBy: mandateEnder('stopped_by'),
		/** When the address and the account were taken off it, long after it was over. */
		erasedAt: instant('erased_at')
	},
	(t) => [
		unique('helper_mandate_link').on(t.linkHash),
		index('helper_mandate_application').on(t.applicationId, t.createdAt),
		index('helper_mandate_account').on(t.accountId),
		check(
			'helper_mandate_rights',
			sql`cardinality(rights) between 1 and 5 and rights <@ array['status','appointments','papers','facts','messages']`
		),
		check(
			'helper_mandate_year',
			sql`ends_at > created_at and ends_at <= created_at + interval '368 days'`
		),
		check(
			'helper_mandate_accepted',
			sql`erased_at is not null or (accepted_at is null) = (account_id is null)`
		),
		check(
			'helper_mandate_erased',
			sql`(erased_at is null or account_id is null) and (erased_at is null) = (contact <> '')`
		),
		check('helper_mandate_stopped', sql`(stopped_at is null) = (stopped_by is null)`)
	]
);
