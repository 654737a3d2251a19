import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { statedFactsOf } from '../changes/state-facts.ts';
import { applicationById, householdOf, housingOf, incomesOf } from './queries.ts';

/**
 * Everything that is registered about a request (R441-2-17 1°), each part with who said it and when.
 * @throws NotFound for a stranger's request
 */
export async function registeredFacts(tx: Tx, actor: Actor, applicationId: string) {
	const [application, household, money, housing, stated] = await Promise.all([
		applicationById(tx, actor, applicationId, 'facts'),
		householdOf(tx, applicationId),
		incomesOf(tx, applicationId),
		housingOf(tx, applicationId),
		/** Facts that somebody else said than the row they stand in. */
		statedFactsOf(tx, applicationId)
	]);
	return { application, household, ...money, housing, stated };
}

export type RegisteredFacts = Awaited<ReturnType<typeof registeredFacts>>;
