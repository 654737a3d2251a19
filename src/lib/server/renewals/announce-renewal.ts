import type { Actor } from '../../domain/accounts/actor.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';

/** Tells the applicant what came of their confirmation, by the ways they gave, in their language; no name, no number. */
export async function announceRenewal(
	tx: Tx,
	actor: Actor,
	applicationId: string,
	what: 'recorded' | 'not_possible'
): Promise<void> {
	const texts = TEXTS[what];
	await queueMessage(tx, actor, {
		kind: `renewal-${what === 'recorded' ? 'recorded' : 'not-possible'}`,
		applicationId,
		write: (channel, language) => {
			const locale = language as Locale;
			const said = { link: publicAddress('/espace/renouvellement', locale) };
			if (channel === 'sms')
				return { subject: '', body: texts.sms(said, { locale }), attachment: null };
			const body = [texts.body(said, { locale }), m.booking_mail_foot({}, { locale })].join('\n\n');
			return { subject: texts.subject({}, { locale }), body, attachment: null };
		}
	});
}

const TEXTS = {
	recorded: {
		sms: m.renewal_sms_recorded,
		subject: m.renewal_mail_recorded_subject,
		body: m.renewal_mail_recorded_body
	},
	not_possible: {
		sms: m.renewal_sms_not_possible,
		subject: m.renewal_mail_not_possible_subject,
		body: m.renewal_mail_not_possible_body
	}
};
