import type { Actor } from '../../domain/accounts/actor.ts';
import {
	counterFact as factOf,
	type CounterFact,
	type FactKind
} from '../../domain/counters/facts.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { counterFact } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCounterEditor } from './access.ts';
import { counterBySlug } from './queries.ts';

export type SetCounterFactInput = {
	slug: string;
	kind: FactKind;
	/** As typed; empty or null means "not known". */
	value: string | null;
	/** Somebody of the staff vouches for the value: the mark "à confirmer" goes. */
	confirmed: boolean;
};

/**
 * Writes one fact of a counter, and who did in the journal.
 *
 * @throws NotFound for an unknown counter, Refused unless an agent of this counter or the head of service acts,
 * RuleBroken as `counterFact` of the domain says
 */
export async function setCounterFact(
	tx: Tx,
	actor: Actor,
	{ slug, kind, value, confirmed }: SetCounterFactInput
): Promise<CounterFact> {
	const { id: counterId } = await counterBySlug(tx, slug);
	requireCounterEditor(actor, counterId);
	const fact = factOf(kind, value, confirmed);
	const row = { ...fact, updatedAt: now() };
	await tx
		.insert(counterFact)
		.values({ counterId, kind, ...row })
		.onConflictDoUpdate({ target: [counterFact.counterId, counterFact.kind], set: row });
	await recordAudit(tx, actor, {
		action: 'set-counter-fact',
		applicationId: null,
		subjectKind: 'counter',
		subjectId: counterId,
		detail: { kind, known: fact.value !== null, confirmed }
	});
	return fact;
}
