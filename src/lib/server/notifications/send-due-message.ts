import { and, asc, eq, lte } from 'drizzle-orm';
import { now } from '../clock.ts';
import { message, messageReceipt } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { outlets, type Delivery } from './outlets.ts';
import { pushNews } from './push-news.ts';
import { sendSms } from './send-sms.ts';
import { isStillTrue, waitsUntil } from './still-worth-sending.ts';

/** Minutes before the next try, by the number of tries already made; after the last one the message has failed. */
const RETRY_MINUTES = [1, 5, 30, 120];

/**
 * Sends the oldest message that is due, and leaves a receipt whatever comes of it. A reminder or an offer that is no
 * longer true is dropped, and leaves its receipt too; during quiet hours they wait. Two workers never take the same
 * one: the row is locked while it is being sent.
 * @returns false when nothing is due
 */
export async function sendDueMessage(tx: Tx): Promise<boolean> {
	const [due] = await tx
		.select()
		.from(message)
		.where(and(eq(message.state, 'queued'), lte(message.dueAt, now())))
		.orderBy(asc(message.dueAt))
		.limit(1)
		.for('update', { skipLocked: true });
	if (!due) return false;
	const later = waitsUntil(due);
	if (later) {
		await tx.update(message).set({ dueAt: later }).where(eq(message.id, due.id));
		return true;
	}
	if (!(await isStillTrue(tx, due))) {
		await leaveReceipt(tx, due.id, { outcome: 'dropped', detail: 'no longer true' });
		await tx.update(message).set({ state: 'dropped' }).where(eq(message.id, due.id));
		return true;
	}
	const bySms = due.channel === 'sms' ? await sendSms(tx, due) : null;
	const delivery = bySms ?? (await outlets()[due.channel](due));
	await leaveReceipt(tx, due.id, delivery);
	// A phone is told at the first try only: it is the bonus, these are the channels.
	if (due.applicationId && (await isFirstTry(tx, due.id))) await pushNews(tx, due.applicationId);
	await tx
		.update(message)
		.set(await nextState(tx, due.id, delivery))
		.where(eq(message.id, due.id));
	return true;
}

const isFirstTry = async (tx: Tx, messageId: string) =>
	(await tx.$count(messageReceipt, eq(messageReceipt.messageId, messageId))) === 1;

async function leaveReceipt(
	tx: Tx,
	messageId: string,
	{ outcome, detail }: { outcome: string; detail: string | null }
): Promise<void> {
	await tx.insert(messageReceipt).values({ messageId, at: now(), outcome, detail });
}

async function nextState(tx: Tx, messageId: string, delivery: Delivery) {
	if (delivery.outcome === 'sent') return { state: 'sent' as const };
	if (delivery.outcome === 'refused') return { state: 'failed' as const };
	const tries = await tx.$count(messageReceipt, eq(messageReceipt.messageId, messageId));
	const wait = RETRY_MINUTES[tries - 1];
	return wait === undefined
		? { state: 'failed' as const }
		: { dueAt: now().add({ minutes: wait }) };
}
