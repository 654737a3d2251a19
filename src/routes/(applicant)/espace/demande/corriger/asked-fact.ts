import { error } from '@sveltejs/kit';
import { factOfSlug, type FactKey } from '$lib/domain/changes/facts.ts';
import type { RegisteredFacts } from '$lib/server/applications/registered-facts.ts';
import { requireFact } from '$lib/server/changes/ask-rectification.ts';
import { itemsOf } from '../fact-lines.ts';

/**
 * The fact an address names: `fait`, `personne`, and `rang` for one of several amounts.
 * @throws error 404 for an address that names no fact; NotFound for a fact of others
 */
export function askedFact(facts: RegisteredFacts, query: URLSearchParams): FactKey {
	const fact = factOfSlug(query.get('fait') ?? '');
	if (!fact) error(404);
	const personId = query.get('personne');
	const items = itemsOf(facts, fact, personId);
	const item = items?.[Number(query.get('rang')) - 1] ?? null;
	const key = { fact, personId, item };
	requireFact(facts, key);
	return key;
}
