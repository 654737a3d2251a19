import { and, eq, gt, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import { now } from '../clock.ts';
import { conversation } from '../db/schema/conversations.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';

const KIND = 'message-waiting';
/** Answers written one after the other ring once. */
const ONCE_IN_MINUTES = 30;

/**
 * Tells a person that a message of the counters waits in their space: that, and the address, and nothing of what it
 * says. Somebody who was told a moment ago and has not looked since is not told again. No SMS at night.
 */
export async function announceMessage(
	tx: Tx,
	actor: Actor,
	{ applicationId }: { applicationId: string }
): Promise<void> {
	if (await toldLately(tx, applicationId)) return;
	await queueMessage(tx, actor, {
		kind: KIND,
		applicationId,
		dueAt: (channel) => leavesAt(now(), channel),
		write: (channel, language) => {
			const locale = language as Locale;
			const said = { link: publicAddress('/espace/messages', locale) };
			if (channel === 'sms')
				return { subject: '', body: m.messages_sms_waiting(said, { locale }), attachment: null };
			const body = [m.messages_mail_waiting(said, { locale }), m.booking_mail_foot({}, { locale })];
			return {
				subject: m.messages_mail_subject({}, { locale }),
				body: body.join('\n\n'),
				attachment: null
			};
		}
	});
}

async function toldLately(tx: Tx, applicationId: string): Promise<boolean> {
	const readAt = sql`coalesce((select ${conversation.applicantReadAt} from ${conversation}
		where ${conversation.applicationId} = ${applicationId}), '-infinity')`;
	const lately = and(
		eq(message.applicationId, applicationId),
		eq(message.kind, KIND),
		gt(message.createdAt, now().subtract({ minutes: ONCE_IN_MINUTES })),
		sql`${message.createdAt} > ${readAt}`
	);
	return (await tx.$count(message, lately)) > 0;
}
