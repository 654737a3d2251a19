import { randomInt, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { CODE_DIGITS, CODES_AN_HOUR, codeState } from '../../domain/appointments/visitor-code.ts';
import { destinationOf } from '../../domain/appointments/visitor-contact.ts';
import * as m from '../../paraglide/messages.js';
import { keyedHash } from '../accounts/derived-key.ts';
import { now } from '../clock.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import type { Locale } from './announce.ts';
import type { ContactRow } from './visitor-choice.ts';
import { codesSentTo, spendShare } from './visitor-limits.ts';

/**
 * Sends six digits to the telephone or address of a contact; the code before is worth nothing any more. Only their
 * keyed hash is kept with the contact.
 * @param source address of the client
 * @returns false when too many codes went there, or were asked for from there, in the last hour
 */
export async function sendCode(
	tx: Tx,
	actor: Actor,
	contact: ContactRow,
	source: string
): Promise<boolean> {
	const destination = destinationOf(contact);
	if (!destination) return false;
	if ((await codesSentTo(tx, destination)) >= CODES_AN_HOUR.destination) return false;
	if (!(await spendShare(tx, 'visitor-code', source, CODES_AN_HOUR.source))) return false;
	const code = Array.from({ length: CODE_DIGITS }, () => randomInt(10)).join('');
	await tx
		.update(visitorContact)
		.set({ codeHash: hashOf(destination, code), codeTries: 0, codeSentAt: now(), verifiedAt: null })
		.where(eq(visitorContact.appointmentId, contact.appointmentId));
	await queueMessage(tx, actor, {
		kind: 'visitor-code',
		applicationId: null,
		appointmentId: contact.appointmentId,
		write: (channel, locale) => textOf(code, channel, locale as Locale)
	});
	return true;
}

function textOf(code: string, channel: 'email' | 'sms', locale: Locale) {
	const body = channel === 'sms' ? m.visitor_code_sms : m.visitor_code_mail_body;
	return {
		subject: channel === 'sms' ? '' : m.visitor_code_mail_subject({}, { locale }),
		body: body({ code }, { locale }),
		attachment: null
	};
}

export type CodeAnswer = 'right' | 'wrong' | 'dead';

/**
 * Tries a code; a wrong one is counted. The caller commits, whatever the answer.
 * @returns `dead` for a code that was tried three times or is thirty minutes old, even when the digits are right
 */
export async function tryCode(tx: Tx, contact: ContactRow, code: string): Promise<CodeAnswer> {
	if (codeState(contact, now()) !== 'live') return 'dead';
	const given = Buffer.from(hashOf(destinationOf(contact) ?? '', code));
	const right = timingSafeEqual(given, Buffer.from(contact.codeHash ?? ''));
	await tx
		.update(visitorContact)
		.set(right ? { codeHash: null, verifiedAt: now() } : { codeTries: contact.codeTries + 1 })
		.where(eq(visitorContact.appointmentId, contact.appointmentId));
	return right ? 'right' : 'wrong';
}

/** Bound to where it was sent: a code is worth nothing for another telephone. */
function hashOf(destination: string, code: string): string {
	return keyedHash('visitor-code', `code:${destination}:${code}`).toString('base64url');
}
