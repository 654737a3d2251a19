import type { Actor } from '../../domain/accounts/actor.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import type { ProposalRow } from './access.ts';

/**
 * Tells the applicant that the counter has answered, by the ways they gave, in their language. Nothing of what was
 * asked or answered: it may be read over a shoulder, and a separation is nobody else's business.
 */
export async function announceAnswer(
	tx: Tx,
	actor: Actor,
	{ id, applicationId }: Pick<ProposalRow, 'id' | 'applicationId'>,
	counter: string
): Promise<void> {
	await queueMessage(tx, actor, {
		kind: 'proposal-answered',
		applicationId,
		write: (channel, language) => {
			const locale = language as Locale;
			const link = publicAddress(`/espace/demande/changements/${id}`, locale);
			const said = { counter, link };
			if (channel === 'sms')
				return { subject: '', body: m.change_sms_answered(said, { locale }), attachment: null };
			const body = [
				m.change_mail_answered_body(said, { locale }),
				m.booking_mail_foot({}, { locale })
			];
			const subject = m.change_mail_answered_subject({}, { locale });
			return { subject, body: body.join('\n\n'), attachment: null };
		}
	});
}
