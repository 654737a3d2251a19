import type { Actor } from '../../domain/accounts/actor.ts';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage, type MessageInput } from '../notifications/queue-message.ts';

type Said = { link: string };
type Words = (said: Said, options: { locale: Locale }) => string;

/** What each message says: that something happened, and where to read it. Never a name, a right or a number. */
const NEWS = {
	invited: { mail: m.helpers_mail_invited, sms: m.helpers_sms_invited },
	named: { mail: m.helpers_mail_named, sms: m.helpers_sms_named },
	accepted: { mail: m.helpers_mail_accepted, sms: m.helpers_sms_accepted },
	declined: { mail: m.helpers_mail_declined, sms: m.helpers_sms_declined },
	stopped: { mail: m.helpers_mail_stopped, sms: m.helpers_sms_stopped },
	over: { mail: m.helpers_mail_over, sms: m.helpers_sms_over },
	password: { mail: m.helpers_mail_password, sms: m.helpers_sms_password }
} as const satisfies Record<string, { mail: Words; sms: Words }>;

export type HelperNews = keyof typeof NEWS;

/** Tells the applicant what became of a helper: also when it was not they who did it. */
export async function tellApplicant(
	tx: Tx,
	actor: Actor,
	{ applicationId, news }: { applicationId: string; news: HelperNews }
): Promise<void> {
	await queueMessage(tx, actor, message(applicationId, news, '/espace/accompagnants'));
}

export type ToHelper = {
	contact: { channel: 'email' | 'sms'; address: string };
	locale: string;
	news: HelperNews;
	/** Where the message leads, without language. */
	path: string;
};

/** Tells a helper, by the one way they are known. */
export async function tellHelper(
	tx: Tx,
	actor: Actor,
	{ contact, locale, news, path }: ToHelper
): Promise<void> {
	const { channel, address } = contact;
	await queueMessage(tx, actor, {
		...message(null, news, path),
		to: {
			email: channel === 'email' ? address : null,
			phone: channel === 'sms' ? address : null,
			locale
		}
	});
}

function message(applicationId: string | null, news: HelperNews, path: string): MessageInput {
	return {
		kind: `helper-${news}`,
		applicationId,
		dueAt: (channel) => leavesAt(now(), channel),
		write: (channel, language) => {
			const locale = language as Locale;
			const said = { link: publicAddress(path, locale) };
			const words = NEWS[news];
			if (channel === 'sms')
				return { subject: '', body: words.sms(said, { locale }), attachment: null };
			const foot = m.booking_mail_foot({}, { locale });
			return {
				subject: m.helpers_mail_subject({}, { locale }),
				body: [words.mail(said, { locale }), foot].join('\n\n'),
				attachment: null
			};
		}
	};
}
