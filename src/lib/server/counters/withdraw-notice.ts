import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { counterNotice } from '../db/schema/counter-hours.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCounterEditor } from './access.ts';
import { auditCounter } from './own-counter.ts';
import { counterBySlug } from './queries.ts';

/**
 * Takes a notice back: nobody sees it any more. One that was taken back already stays so.
 * @throws NotFound for an unknown counter, Refused unless an agent of this counter or the head of service acts
 */
export async function withdrawNotice(
	tx: Tx,
	actor: Actor,
	{ slug, id }: { slug: string; id: string }
): Promise<void> {
	const { id: counterId } = await counterBySlug(tx, slug);
	requireCounterEditor(actor, counterId);
	const [withdrawn] = await tx
		.update(counterNotice)
		.set({ withdrawnAt: now() })
		.where(
			and(
				eq(counterNotice.id, id),
				eq(counterNotice.counterId, counterId),
				isNull(counterNotice.withdrawnAt)
			)
		)
		.returning({ id: counterNotice.id });
	if (withdrawn) await auditCounter(tx, actor, counterId, 'withdraw-notice', { notice: id });
}
