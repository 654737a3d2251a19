import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { dayInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { placeInWords, type Locale } from '../appointments/announce.ts';
import { appointmentFor } from '../appointments/queries.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import { offerPath } from './links.ts';

/**
 * Tells somebody that a place is kept for them, until when, and where to say yes or no. Their own appointment is not
 * named: it stays theirs until they accept. An SMS waits for the morning.
 */
export async function announceOffer(
	tx: Tx,
	actor: Actor,
	{ heldId, expiresAt }: { heldId: string; expiresAt: Temporal.Instant }
): Promise<void> {
	const view = await appointmentFor(tx, actor, { id: heldId });
	const at = inParis(view.row.startsAt);
	const end = inParis(expiresAt);
	await queueMessage(tx, actor, {
		kind: 'waiting-offer',
		applicationId: view.row.applicationId,
		appointmentId: heldId,
		dueAt: (channel) => leavesAt(now(), channel),
		write: (channel, language) => {
			const locale = language as Locale;
			const said = {
				day: dayInWords(at.day, locale),
				hour: hourInWords(at.time, locale),
				place: placeInWords(view, locale),
				untilDay: dayInWords(end.day, locale),
				untilHour: hourInWords(end.time, locale),
				link: publicAddress(offerPath(heldId), locale)
			};
			if (channel === 'sms')
				return { subject: '', body: m.waiting_sms_offer(said, { locale }), attachment: null };
			const body = [
				m.waiting_mail_offer_body(said, { locale }),
				m.booking_mail_foot({}, { locale })
			];
			return {
				subject: m.waiting_mail_offer_subject(said, { locale }),
				body: body.join('\n\n'),
				attachment: null
			};
		}
	});
}
