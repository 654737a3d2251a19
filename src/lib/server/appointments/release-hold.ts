import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireApplicant } from './access.ts';
import { lockPerson } from './locks.ts';
import { giveBack, holdOf } from './own-appointments.ts';

/**
 * Gives the held time back at once: abandoned holds starve a busy counter. Without a hold nothing happens.
 * @throws Refused for who cannot hold one
 */
export async function releaseHold(tx: Tx, actor: Actor): Promise<void> {
	const applicationId = requireApplicant(actor);
	await lockPerson(tx, applicationId);
	const hold = await holdOf(tx, applicationId);
	if (hold) await giveBack(tx, actor, hold);
}
