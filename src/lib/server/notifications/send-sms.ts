import { and, eq, gte, sql } from 'drizzle-orm';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import { smsVerdict } from '../../domain/notifications/sms-budget.ts';
import { today } from '../clock.ts';
import { message, messageReceipt } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { environment } from '../environment.ts';
import { log } from '../log.ts';
import { httpSms } from '../ports/sms-http.ts';
import type { Delivery } from './outlets.ts';

/**
 * Sends a text message by the provider that is configured, within the budget of the day and of its number.
 * @returns null without a provider
 */
export async function sendSms(
	tx: Tx,
	{ id, recipient, body }: { id: string; recipient: string; body: string }
): Promise<Delivery | null> {
	const { SMS_URL, SMS_HEADER, SMS_SENDER, SMS_BODY, ...limits } = environment();
	if (!SMS_URL || !SMS_HEADER) return null;
	const verdict = smsVerdict(recipient, await sentToday(tx, recipient), {
		prefixes: limits.SMS_PREFIXES.split(',').map((prefix) => prefix.trim()),
		perDay: limits.SMS_PER_DAY,
		perNumber: limits.SMS_PER_NUMBER
	});
	if ('outcome' in verdict) {
		if (verdict.outcome === 'deferred') log.error('the SMS budget of the day is spent');
		return verdict;
	}
	const provider = { url: SMS_URL, header: SMS_HEADER, sender: SMS_SENDER, template: SMS_BODY };
	return httpSms(provider)({ id, to: verdict.to, body });
}

async function sentToday(tx: Tx, recipient: string) {
	const begins = Temporal.Instant.fromEpochMilliseconds(dayStartMs(today()));
	const [found] = await tx
		.select({
			today: sql<number>`count(*)::int`,
			toNumber: sql<number>`(count(*) filter (where ${message.recipient} = ${recipient}))::int`
		})
		.from(messageReceipt)
		.innerJoin(message, eq(message.id, messageReceipt.messageId))
		.where(
			and(
				eq(message.channel, 'sms'),
				eq(messageReceipt.outcome, 'sent'),
				gte(messageReceipt.at, begins)
			)
		);
	return found ?? { today: 0, toNumber: 0 };
}
