import type { Actor } from '../../domain/accounts/actor.ts';
import { factKinds, type CounterFact, type FactKind } from '../../domain/counters/facts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { counterBySlug } from './queries.ts';
import { setCounterFact } from './set-counter-fact.ts';

export type SetCounterFactsInput = { slug: string; facts: Readonly<Record<FactKind, CounterFact>> };

/**
 * Writes what changed on a counter's sheet, all or nothing; what was left as it is leaves no line in the journal.
 * @returns the kinds that changed
 * @throws as setCounterFact
 */
export async function setCounterFacts(
	tx: Tx,
	actor: Actor,
	{ slug, facts }: SetCounterFactsInput
): Promise<FactKind[]> {
	const { facts: known } = await counterBySlug(tx, slug);
	const changed = factKinds.filter((kind) => {
		const { value, confirmed } = facts[kind];
		return value !== known[kind].value || confirmed !== known[kind].confirmed;
	});
	for (const kind of changed) await setCounterFact(tx, actor, { slug, kind, ...facts[kind] });
	return changed;
}
