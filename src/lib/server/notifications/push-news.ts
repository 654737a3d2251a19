import { and, eq, gt } from 'drizzle-orm';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../../paraglide/runtime.js';
import { now } from '../clock.ts';
import { applicantAccount, pushSubscription, session } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { sendPush } from '../ports/web-push.ts';
import { publicAddress } from './public-address.ts';
import { pushIdentity } from './push-identity.ts';

/**
 * Tells the phones of an applicant that there is news, and nothing else: whoever holds the phone reads it. Beside the
 * e-mail and the text message, never instead of them, so what fails here is not tried again.
 * @returns how many phones were reached
 */
export async function pushNews(tx: Tx, applicationId: string): Promise<number> {
	const identity = pushIdentity();
	if (!identity) return 0;
	const { id, endpoint, p256dh, auth } = pushSubscription;
	const phones = await tx
		.select({ id, endpoint, p256dh, auth, locale: applicantAccount.locale })
		.from(pushSubscription)
		.innerJoin(applicantAccount, eq(applicantAccount.id, pushSubscription.accountId))
		.innerJoin(session, eq(session.id, pushSubscription.sessionId))
		.where(and(eq(applicantAccount.applicationId, applicationId), gt(session.expiresAt, now())));
	let reached = 0;
	for (const phone of phones) {
		const outcome = await sendPush(identity, phone, newsIn(phone.locale as Locale));
		if (outcome === 'sent') reached += 1;
		if (outcome === 'gone') {
			await tx.delete(pushSubscription).where(eq(pushSubscription.id, phone.id));
		}
	}
	return reached;
}

/** In the shape of a declarative push (WebKit), which a worker reads as well. */
function newsIn(locale: Locale) {
	return {
		web_push: 8030,
		notification: {
			title: m.shell_site_name({}, { locale }),
			body: m.phone_push_news({}, { locale }),
			lang: locale,
			navigate: publicAddress('/espace', locale),
			app_badge: '1'
		}
	};
}
