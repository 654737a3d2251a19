import type { Actor } from '../../domain/accounts/actor.ts';
import type { EventKind } from '../../domain/applications/event-kinds.ts';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';

/** What asks the person to act within days; the message says so, and still not what it is about. */
const PRESSING: readonly EventKind[] = [
	'offer_sent',
	'decided_conditional',
	'warned_no_contact',
	'warned_inadmissible'
];

/**
 * Tells a person that there is news of their request, and where to read it. Never what it is: a message may be read
 * over a shoulder, and a telephone may be another's. No SMS at night.
 */
export async function announceEvent(
	tx: Tx,
	actor: Actor,
	{ applicationId, kind }: { applicationId: string; kind: EventKind }
): Promise<void> {
	const pressing = PRESSING.includes(kind);
	await queueMessage(tx, actor, {
		kind: pressing ? 'request-news-pressing' : 'request-news',
		applicationId,
		dueAt: (channel) => leavesAt(now(), channel),
		write: (channel, language) => {
			const locale = language as Locale;
			const said = { link: publicAddress('/espace', locale) };
			const text = pressing ? m.life_mail_pressing : m.life_mail_news;
			if (channel === 'sms')
				return {
					subject: '',
					body: (pressing ? m.life_sms_pressing : m.life_sms_news)(said, { locale }),
					attachment: null
				};
			return {
				subject: m.life_mail_subject({}, { locale }),
				body: [text(said, { locale }), m.booking_mail_foot({}, { locale })].join('\n\n'),
				attachment: null
			};
		}
	});
}
