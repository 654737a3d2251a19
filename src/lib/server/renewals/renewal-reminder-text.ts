import { daysUntil } from '../../domain/renewals/reminders.ts';
import { dayInWords } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import { now } from '../clock.ts';
import { publicAddress } from '../notifications/public-address.ts';
import type { MessageText } from '../notifications/queue-message.ts';

type About = {
	validUntil: Temporal.PlainDate;
	/** The person has confirmed and the counter has not recorded it. */
	confirmed: boolean;
};

/**
 * What a reminder of renewal says: until which day, what is lost, where to go. It says that a request that is not
 * renewed is struck off, as the notice of R441-2-7 must. No name and no number: it may be read over a shoulder.
 */
export function renewalReminderText(
	{ validUntil, confirmed }: About,
	channel: 'email' | 'sms',
	language: string
): MessageText {
	const locale = language as Locale;
	const said = {
		day: dayInWords(validUntil, locale),
		days: Math.max(0, daysUntil(validUntil, now())),
		link: publicAddress(confirmed ? '/guichets' : '/espace/renouvellement', locale)
	};
	const texts = confirmed ? UNRECORDED : TO_RENEW;
	if (channel === 'sms')
		return { subject: '', body: texts.sms(said, { locale }), attachment: null };
	const body = [texts.body(said, { locale }), m.booking_mail_foot({}, { locale })].join('\n\n');
	return { subject: texts.subject(said, { locale }), body, attachment: null };
}

const TO_RENEW = {
	sms: m.renewal_sms_reminder,
	subject: m.renewal_mail_reminder_subject,
	body: m.renewal_mail_reminder_body
};
const UNRECORDED = {
	sms: m.renewal_sms_unrecorded,
	subject: m.renewal_mail_unrecorded_subject,
	body: m.renewal_mail_unrecorded_body
};
