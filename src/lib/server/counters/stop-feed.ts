import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { counterSetting } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { auditCounter, ownCounterId } from './own-counter.ts';

/** Stops the calendar feed of a counter: its address answers no more. @throws Refused, NotFound as ownCounterId */
export async function stopFeed(tx: Tx, actor: Actor, input: { slug: string }): Promise<void> {
	const counterId = await ownCounterId(tx, actor, input.slug);
	await tx
		.update(counterSetting)
		.set({ feedHash: null })
		.where(eq(counterSetting.counterId, counterId));
	await auditCounter(tx, actor, counterId, 'stop-feed');
}
