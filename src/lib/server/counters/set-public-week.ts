import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { PublicHours } from '../../domain/counters/public-hours.ts';
import { now } from '../clock.ts';
import { counterHours, counterWeek } from '../db/schema/counter-hours.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { auditCounter } from './own-counter.ts';
import { requireCounterEditor } from './access.ts';
import { counterBySlug } from './queries.ts';

export type SetPublicWeekInput = {
	slug: string;
	/** The whole week; empty takes back what was said: the hours are not known again. */
	hours: readonly PublicHours[];
	/** Somebody of the staff vouches for them. */
	confirmed: boolean;
};

/**
 * Writes when the public may come to a counter, in place of what was said before.
 * @throws NotFound for an unknown counter, Refused unless an agent of this counter or the head of service acts
 */
export async function setPublicWeek(
	tx: Tx,
	actor: Actor,
	{ slug, hours, confirmed }: SetPublicWeekInput
): Promise<void> {
	const { id: counterId } = await counterBySlug(tx, slug);
	requireCounterEditor(actor, counterId);
	const week = { confirmed: confirmed && hours.length > 0, updatedAt: now() };
	// Writing the week's own row first makes two agents who save at once wait for each other.
	await tx
		.insert(counterWeek)
		.values({ counterId, ...week })
		.onConflictDoUpdate({ target: counterWeek.counterId, set: week });
	await tx.delete(counterHours).where(eq(counterHours.counterId, counterId));
	if (hours.length > 0) {
		await tx.insert(counterHours).values(hours.map((each) => ({ counterId, ...each })));
	}
	await auditCounter(tx, actor, counterId, 'set-public-week', {
		stretches: hours.length,
		confirmed: week.confirmed
	});
}
