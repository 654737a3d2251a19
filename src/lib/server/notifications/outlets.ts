import { environment } from '../environment.ts';
import { smtpMail } from '../ports/mail-smtp.ts';
import type { OutgoingMail } from '../ports/mail.ts';

/** What came of one try. `deferred` is tried again, `refused` is not. */
export type Delivery = { outcome: 'sent' | 'deferred' | 'refused'; detail: string | null };

type Outgoing = OutgoingMail & { channel: 'email' | 'sms' };
type Outlet = (message: Outgoing) => Promise<Delivery>;

/**
 * How messages leave this installation. With SMTP_URL, e-mail goes out for real. In demo and test mode without it,
 * nothing leaves the machine: the page /demo/messages is where the message is read. Otherwise there is no way out,
 * and the message waits with a receipt that says so.
 */
export function outlets(): Record<'email' | 'sms', Outlet> {
	const { SMTP_URL, MAIL_FROM, GUICHET_MODE } = environment();
	const kept: Outlet = async () => ({ outcome: 'sent', detail: 'shown on /demo/messages' });
	const none: Outlet = async () => ({ outcome: 'deferred', detail: 'no provider is configured' });
	const otherwise = GUICHET_MODE === 'production' ? none : kept;
	return { email: SMTP_URL ? smtpMail(SMTP_URL, MAIL_FROM) : otherwise, sms: otherwise };
}
