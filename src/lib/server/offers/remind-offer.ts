import { and, eq, gt } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import { REPLY_URGENT_DAYS } from '../../domain/applications/offer.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { Refused } from '../../domain/errors.ts';
import * as m from '../../paraglide/messages.js';
import { eventsOf } from '../applications/queries.ts';
import type { Locale } from '../appointments/announce.ts';
import { now } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import { offerIn } from './queries.ts';

const KIND = 'offer-reminder';

/**
 * Reminds a person once of an offer that they have not answered, when three days or fewer are left: silence is a refusal
 * (R441-10). The message says that something must be answered and where, never what.
 * @returns whether this call reminded them
 * @throws Refused to anybody but the software
 */
export async function remindOffer(
	tx: Tx,
	actor: Actor,
	{ applicationId }: { applicationId: string }
): Promise<boolean> {
	if (actor.kind !== 'system') throw new Refused('remind-offer');
	const [locked] = await tx
		.select({ state: application.state })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	if (locked?.state !== 'offer_sent') return false;
	const standing = standingEvents(await eventsOf(tx, applicationId));
	const offer = offerIn(locked.state, standing);
	if (offer?.clock.phase !== 'open' || offer.clock.daysLeft > REPLY_URGENT_DAYS) return false;
	const since = standing.find(({ id }) => id === offer.id)!.recordedAt;
	if (await wasReminded(tx, applicationId, since)) return false;
	await remind(tx, actor, applicationId);
	return true;
}

async function wasReminded(tx: Tx, applicationId: string, since: Temporal.Instant) {
	const sent = and(
		eq(message.applicationId, applicationId),
		eq(message.kind, KIND),
		gt(message.createdAt, since)
	);
	return (await tx.$count(message, sent)) > 0;
}

async function remind(tx: Tx, actor: Actor, applicationId: string): Promise<void> {
	await queueMessage(tx, actor, {
		kind: KIND,
		applicationId,
		dueAt: (channel) => leavesAt(now(), channel),
		write: (channel, language) => {
			const locale = language as Locale;
			const said = { link: publicAddress('/espace', locale) };
			if (channel === 'sms')
				return { subject: '', body: m.offers_sms_reminder(said, { locale }), attachment: null };
			const foot = m.booking_mail_foot({}, { locale });
			return {
				subject: m.life_mail_subject({}, { locale }),
				body: [m.offers_mail_reminder(said, { locale }), foot].join('\n\n'),
				attachment: null
			};
		}
	});
}
