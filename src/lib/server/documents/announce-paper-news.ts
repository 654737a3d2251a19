import { and, eq, gt } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import { now } from '../clock.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage, type MessageText } from '../notifications/queue-message.ts';

const KIND = 'paper-news';
/** Papers decided one after the other ring once. */
const ONCE_IN_MINUTES = 30;

/**
 * Tells a person that there is news of one of their papers, and where to read it: not which paper, not why, for a
 * message is read over a shoulder. No SMS at night.
 */
export async function announcePaperNews(
	tx: Tx,
	actor: Actor,
	{ applicationId }: { applicationId: string }
): Promise<void> {
	const lately = and(
		eq(message.applicationId, applicationId),
		eq(message.kind, KIND),
		gt(message.createdAt, now().subtract({ minutes: ONCE_IN_MINUTES }))
	);
	if ((await tx.$count(message, lately)) > 0) return;
	await queueMessage(tx, actor, {
		kind: KIND,
		applicationId,
		dueAt: (channel) => leavesAt(now(), channel),
		write: paperNewsText
	});
}

/** The whole of what leaves by e-mail or SMS, as an agent reads it before it does. */
export function paperNewsText(channel: 'email' | 'sms', language: string): MessageText {
	const locale = language as Locale;
	const said = { link: publicAddress('/espace/pieces', locale) };
	if (channel === 'sms') {
		return { subject: '', body: m.review_sms_news(said, { locale }), attachment: null };
	}
	const body = [m.review_mail_news(said, { locale }), m.booking_mail_foot({}, { locale })];
	return {
		subject: m.review_mail_news_subject({}, { locale }),
		body: body.join('\n\n'),
		attachment: null
	};
}
