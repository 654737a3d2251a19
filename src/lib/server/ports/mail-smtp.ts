import { createTransport, type Transporter } from 'nodemailer';
import type { SendMail } from './mail.ts';

const transports = new Map<string, Transporter>();

/**
 * E-mail by SMTP. A permanent answer of the server (5xx) is a refusal; anything else is tried again.
 * The Message-ID comes from the message's own id, so that a retry after a cut is recognised as the same mail.
 */
export function smtpMail(url: string, from: string): SendMail {
	let transport = transports.get(url);
	if (!transport) {
		// disableFileAccess/UrlAccess: an attachment is text we made, never a path or an address.
		transport = createTransport({
			url,
			disableFileAccess: true,
			disableUrlAccess: true,
			connectionTimeout: 10_000
		});
		transports.set(url, transport);
	}
	const post = transport;
	return async (mail) => {
		const attachments = mail.attachment
			? [
					{
						filename: mail.attachment.name,
						contentType: mail.attachment.type,
						content: mail.attachment.text
					}
				]
			: [];
		try {
			await post.sendMail({
				from,
				to: mail.recipient,
				subject: mail.subject,
				text: mail.body,
				attachments,
				messageId: `<${mail.id}@guichet-logement>`
			});
			return { outcome: 'sent', detail: null };
		} catch (error) {
			const code = responseCode(error);
			return {
				outcome: code >= 500 ? 'refused' : 'deferred',
				detail: code ? `smtp ${code}` : 'smtp unreachable'
			};
		}
	};
}

function responseCode(error: unknown): number {
	const known = typeof error === 'object' && error !== null && 'responseCode' in error;
	return known ? Number(error.responseCode) : 0;
}
