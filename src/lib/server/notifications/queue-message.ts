import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { applicantAccount } from '../db/schema/accounts.ts';
import { person } from '../db/schema/applications.ts';
import { visitorContact } from '../db/schema/booking.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { contactsOf, messageRows, type Reach } from './message-rows.ts';

export type MessageText = {
	subject: string;
	body: string;
	attachment: { name: string; type: string; text: string } | null;
};

export type MessageInput = {
	/** What it tells: "appointment-booked". */
	kind: string;
	/** Empty for a visitor without a request: the contact they left with the appointment is used. */
	applicationId: string | null;
	appointmentId?: string | null;
	/** Somebody with neither a request nor an appointment: where they asked to be answered. */
	to?: Reach;
	/** Writes the text for the channel and language of the person. */
	write: (channel: 'email' | 'sms', locale: string) => MessageText;
	/** Not before this moment, which may depend on the channel; at once when left out. */
	dueAt?: (channel: 'email' | 'sms') => Temporal.Instant;
};

/**
 * Puts a message to an applicant or a visitor in the queue, in the transaction of what it tells about, in their
 * language. Applicants get it by e-mail and by SMS, whichever are known: an e-mail may lie unread for days; a text is
 * read, and says less. Visitors get it by the one way they proved. The worker sends them.
 *
 * @returns the channels it will leave by; none when the person gave neither: the screen is then all they have
 */
export async function queueMessage(
	tx: Tx,
	_actor: Actor,
	input: MessageInput
): Promise<('email' | 'sms')[]> {
	const contacts = await contactsFor(tx, input);
	if (contacts.length === 0) return [];
	await tx.insert(message).values(messageRows(contacts, input));
	return contacts.map(({ channel }) => channel);
}

async function contactsFor(tx: Tx, { applicationId, appointmentId, to }: MessageInput) {
	if (applicationId) return contactOf(tx, applicationId);
	// Of a visitor we proved one way to reach them at most: a stranger's telephone must not ring for it.
	const visitor = to ? contactsOf(to) : await visitorContactOf(tx, appointmentId ?? null);
	return visitor.slice(0, 1);
}

async function contactOf(tx: Tx, applicationId: string) {
	const [found] = await tx
		.select({ email: person.email, phone: person.phone, locale: applicantAccount.locale })
		.from(person)
		.leftJoin(applicantAccount, eq(applicantAccount.applicationId, person.applicationId))
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')))
		.limit(1);
	return found ? contactsOf(found) : [];
}

async function visitorContactOf(tx: Tx, appointmentId: string | null) {
	if (!appointmentId) return [];
	const { email, phone, locale } = visitorContact;
	const [found] = await tx
		.select({ email, phone, locale })
		.from(visitorContact)
		.where(eq(visitorContact.appointmentId, appointmentId));
	return found ? contactsOf(found) : [];
}
