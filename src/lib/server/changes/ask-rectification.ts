import type { Actor } from '../../domain/accounts/actor.ts';
import {
	FACT_RULES,
	factText,
	factsOf,
	fieldsOfFact,
	type FactKey
} from '../../domain/changes/facts.ts';
import type { Values } from '../../domain/changes/read-values.ts';
import { WRONG_LENGTH } from '../../domain/changes/states.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { registeredFacts, type RegisteredFacts } from '../applications/registered-facts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockOwnRequest } from './access.ts';
import { currentValues } from './current-values.ts';
import { writeProposal } from './write-proposal.ts';

export type RectificationInput = {
	key: FactKey;
	/** What is wrong, in the person's words. */
	wrong: string;
	/** What readValues gave, without a fault. */
	values: Values;
};

/**
 * "This is wrong": a request of rectification, which the counter answers in words within a month (R441-2-17 1°;
 * RGPD art. 16 and 12(3)). One open request a fact: asking again changes it.
 *
 * @returns the id of the proposal
 * @throws NotFound for a fact that is not of this request; RuleBroken `wrong-missing`, `wrong-too-long`,
 * `nothing-changed`, `request-not-live`, `proposal-taken-up`
 */
export async function askRectification(
	tx: Tx,
	actor: Actor,
	input: RectificationInput
): Promise<string> {
	const applicationId = await lockOwnRequest(tx, actor);
	const wrong = input.wrong.trim();
	if (!wrong) throw new RuleBroken('wrong-missing');
	if (wrong.length > WRONG_LENGTH) throw new RuleBroken('wrong-too-long', { most: WRONG_LENGTH });
	const facts = await registeredFacts(tx, actor, applicationId);
	requireFact(facts, input.key);
	const { required, optional } = fieldsOfFact(input.key);
	const before = currentValues(facts, [...required, ...optional], input.key.personId);
	const { values } = input;
	const isSame = Object.entries(before).every(
		([name, value]) => JSON.stringify(values[name]) === JSON.stringify(value)
	);
	// A fact without a column is answered in words: there is nothing to compare.
	if (isSame && Object.keys(before).length > 0) throw new RuleBroken('nothing-changed');
	const subject = factText(input.key);
	const kind = 'rectification';
	return writeProposal(tx, actor, { applicationId, kind, subject, values, before, wrong });
}

/** @throws NotFound unless the request has this fact, of a person of its household in the right role */
export function requireFact(facts: RegisteredFacts, { fact, personId, item }: FactKey): void {
	const person = facts.household.find(({ id }) => id === personId);
	if (personId !== null && !person) throw new NotFound('fact');
	if (!factsOf(FACT_RULES[fact].block, person?.role ?? null).includes(fact))
		throw new NotFound('fact');
	if (fact !== 'tax' && fact !== 'resource') {
		if (item !== null) throw new NotFound('fact');
		return;
	}
	const names =
		fact === 'tax'
			? facts.incomes.filter((line) => line.personId === personId).map(({ year }) => String(year))
			: facts.resources
					.filter((line) => line.personId === personId)
					.map(({ direction, code }) => `${direction}.${code}`);
	if (item === null || !names.includes(item)) throw new NotFound('fact');
}
