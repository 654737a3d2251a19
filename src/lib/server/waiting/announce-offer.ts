import { eq } from 'drizzle-orm';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { dayInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { placeInWords, type Locale } from '../appointments/announce.ts';
import { appointmentFor } from '../appointments/queries.ts';
import { now } from '../clock.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { Reach } from '../notifications/message-rows.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import { offerPath } from './links.ts';

export type OfferToTell = {
	heldId: string;
	expiresAt: Temporal.Instant;
	/** The appointment with which a visitor left how to reach them; null for an applicant. */
	contactOf: string | null;
};

/**
 * Tells somebody that a place is kept for them, until when, and where to say yes or no. Their own appointment is not
 * named: it stays theirs until they accept. An SMS waits for the morning.
 */
export async function announceOffer(
	tx: Tx,
	actor: Actor,
	{ heldId, expiresAt, contactOf }: OfferToTell
): Promise<void> {
	const view = await appointmentFor(tx, actor, { id: heldId });
	const at = inParis(view.row.startsAt);
	const end = inParis(expiresAt);
	await queueMessage(tx, actor, {
		kind: 'waiting-offer',
		applicationId: view.row.applicationId,
		appointmentId: heldId,
		...(contactOf && { to: await reachOf(tx, contactOf) }),
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

async function reachOf(tx: Tx, appointmentId: string): Promise<Reach> {
	const { email, phone, locale } = visitorContact;
	const [found] = await tx
		.select({ email, phone, locale })
		.from(visitorContact)
		.where(eq(visitorContact.appointmentId, appointmentId));
	return found ?? { email: null, phone: null, locale: null };
}
