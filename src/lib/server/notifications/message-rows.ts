import { randomUUIDv7 } from 'node:crypto';
import { getTableColumns } from 'drizzle-orm';
import { now } from '../clock.ts';
import { message } from '../db/schema/notifications.ts';
import type { MessageInput } from './queue-message.ts';

/** Every column of a message. */
export type MessageRow = Required<typeof message.$inferInsert>;

/** One way to reach somebody, in their language. */
export type Contact = { channel: 'email' | 'sms'; recipient: string; locale: string };

/** What is known of how to reach somebody; French without a chosen language. */
export type Reach = { email: string | null; phone: string | null; locale: string | null };

export function contactsOf({ email, phone, locale }: Reach): Contact[] {
	const language = locale ?? 'fr';
	return [
		...(email ? [{ channel: 'email' as const, recipient: email, locale: language }] : []),
		...(phone ? [{ channel: 'sms' as const, recipient: phone, locale: language }] : [])
	];
}

/** The messages that tell one thing to one person, one for each way to reach them. */
export function messageRows(contacts: readonly Contact[], input: MessageInput): MessageRow[] {
	const at = now();
	return contacts.map(({ channel, recipient, locale }) => ({
		...input.write(channel, locale),
		id: randomUUIDv7(),
		kind: input.kind,
		channel,
		recipient,
		locale,
		applicationId: input.applicationId,
		appointmentId: input.appointmentId ?? null,
		state: 'queued',
		dueAt: input.dueAt?.(channel) ?? at,
		createdAt: at
	}));
}

const COLUMNS = Object.entries(getTableColumns(message)) as [keyof MessageRow, { name: string }][];

export const MESSAGE_COLUMNS = COLUMNS.map(([, { name }]) => name);

/** Messages as one value for a statement that writes them with what they tell about; instants become their text. */
export function asJson(messages: readonly MessageRow[]): string {
	return JSON.stringify(
		messages.map((each) => Object.fromEntries(COLUMNS.map(([key, { name }]) => [name, each[key]])))
	);
}
