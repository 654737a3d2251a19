import { and, asc, eq, lte } from 'drizzle-orm';
import { now } from '../clock.ts';
import { message, messageReceipt } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { outlets, type Delivery } from './outlets.ts';

/** Minutes before the next try, by the number of tries already made; after the last one the message has failed. */
const RETRY_MINUTES = [1, 5, 30, 120];

/**
 * Sends the oldest message that is due, and leaves a receipt whatever comes of it. Two workers never take the same
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
	const delivery = await outlets()[due.channel](due);
	await tx
		.insert(messageReceipt)
		.values({ messageId: due.id, at: now(), outcome: delivery.outcome, detail: delivery.detail });
	await tx.update(message).set(await nextState(tx, due.id, delivery)).where(eq(message.id, due.id));
	return true;
}

async function nextState(tx: Tx, messageId: string, delivery: Delivery) {
	if (delivery.outcome === 'sent') return { state: 'sent' as const };
	if (delivery.outcome === 'refused') return { state: 'failed' as const };
	const tries = await tx.$count(messageReceipt, eq(messageReceipt.messageId, messageId));
	const wait = RETRY_MINUTES[tries - 1];
	return wait === undefined ? { state: 'failed' as const } : { dueAt: now().add({ minutes: wait }) };
}
