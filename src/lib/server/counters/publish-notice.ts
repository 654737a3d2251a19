import type { Actor } from '../../domain/accounts/actor.ts';
import { counterNotice as noticeOf, type CounterNotice } from '../../domain/counters/notices.ts';
import { now, today } from '../clock.ts';
import { counterNotice } from '../db/schema/counter-hours.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCounterEditor } from './access.ts';
import { auditCounter } from './own-counter.ts';
import { counterBySlug } from './queries.ts';

/**
 * Publishes what a counter has to say about some days. The same notice published twice (two clicks) is one.
 * @throws NotFound for an unknown counter, Refused unless an agent of this counter or the head of service acts,
 * RuleBroken as `counterNotice` of the domain says
 */
export async function publishNotice(
	tx: Tx,
	actor: Actor,
	{ slug, notice }: { slug: string; notice: CounterNotice }
): Promise<void> {
	const { id: counterId } = await counterBySlug(tx, slug);
	requireCounterEditor(actor, counterId);
	const said = noticeOf(notice, today());
	const [added] = await tx
		.insert(counterNotice)
		.values({ counterId, ...said, writtenAt: now() })
		.onConflictDoNothing()
		.returning({ id: counterNotice.id });
	if (added) {
		await auditCounter(tx, actor, counterId, 'publish-notice', {
			notice: added.id,
			kind: said.kind
		});
	}
}
