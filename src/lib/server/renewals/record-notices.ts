import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { allows } from '../../domain/applications/state-rules.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import { recordEvent } from '../applications/record-event.ts';
import { now } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { message } from '../db/schema/notifications.ts';
import { renewalReminder } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { RENEWAL_REMINDER_KIND } from './send-renewal-reminder.ts';

/** Who sends our reminders, as the applicant reads it in the history. */
const SENDER = 'Service logement communautaire';
const BATCH = 200;

/** By which ways the notice has really left: a message that still waits, or that was refused, is no notice. */
const channelsSent = sql<string | null>`(
	select string_agg(distinct ${message.channel}::text, ',' order by ${message.channel}::text) from ${message}
	where ${message.applicationId} = ${renewalReminder.applicationId}
	and ${message.kind} = ${RENEWAL_REMINDER_KIND} and ${message.state} = 'sent'
	and ${message.createdAt} >= ${renewalReminder.decidedAt})`;

/**
 * Writes in the history of each request that the notice of R441-2-7 has left, once it has: the first reminder of a year
 * of validity is that notice. Whoever never renewed on line must also get a letter by post, which is the register's to
 * send: the history says by which way ours left.
 * @returns how many were written
 */
export async function recordNotices(tx: Tx, actor: Actor): Promise<number> {
	const waiting = await tx
		.select({
			applicationId: renewalReminder.applicationId,
			validUntil: renewalReminder.validUntil,
			daysBefore: renewalReminder.daysBefore,
			decidedAt: renewalReminder.decidedAt,
			channels: channelsSent,
			state: application.state
		})
		.from(renewalReminder)
		.innerJoin(application, eq(application.id, renewalReminder.applicationId))
		.where(
			and(
				renewalReminder.isNotice,
				isNull(renewalReminder.noticedAt),
				sql`${channelsSent} is not null`
			)
		)
		.limit(BATCH)
		.for('update', { of: renewalReminder, skipLocked: true });
	for (const { applicationId, validUntil, daysBefore, decidedAt, channels, state } of waiting) {
		await tx
			.update(renewalReminder)
			.set({ noticedAt: now() })
			.where(
				and(
					eq(renewalReminder.applicationId, applicationId),
					eq(renewalReminder.validUntil, validUntil),
					eq(renewalReminder.daysBefore, daysBefore)
				)
			);
		if (!allows(state, 'renew')) continue;
		await recordEvent(tx, actor, {
			applicationId,
			kind: 'renewal_notice_sent',
			occurredOn: parisDay(decidedAt),
			origin: 'counter',
			author: SENDER,
			detail: { channels: channels ?? '' }
		});
	}
	return waiting.length;
}
