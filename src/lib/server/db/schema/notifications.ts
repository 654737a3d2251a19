import { index, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { application } from './applications.ts';
import { appointment } from './appointments.ts';
import { id, instant } from './columns.ts';

export const messageChannel = pgEnum('message_channel', ['email', 'sms']);
export const messageState = pgEnum('message_state', ['queued', 'sent', 'failed', 'dropped']);

/** An e-mail or SMS to be sent, written in the transaction of what it tells about. */
export const message = pgTable(
	'message',
	{
		id: id(),
		kind: text('kind').notNull(),
		channel: messageChannel('channel').notNull(),
		recipient: text('recipient').notNull(),
		locale: text('locale').notNull(),
		subject: text('subject').notNull(),
		body: text('body').notNull(),
		attachment: jsonb('attachment').$type<{ name: string; type: string; text: string } | null>(),
		applicationId: uuid('application_id').references(() => application.id),
		appointmentId: uuid('appointment_id').references(() => appointment.id),
		state: messageState('state').notNull().default('queued'),
		/** Not before this moment (reminders, retries). */
		dueAt: instant('due_at').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		index('message_due').on(t.state, t.dueAt),
		index('message_application').on(t.applicationId, t.createdAt)
	]
);

/** Every try to send leaves one, whatever came of it. */
export const messageReceipt = pgTable(
	'message_receipt',
	{
		id: id(),
		messageId: uuid('message_id')
			.notNull()
			.references(() => message.id),
		at: instant('at').notNull(),
		outcome: text('outcome').notNull(),
		detail: text('detail')
	},
	(t) => [index('message_receipt_message').on(t.messageId)]
);
