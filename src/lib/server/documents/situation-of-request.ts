import type { Actor } from '../../domain/accounts/actor.ts';
import {
	CONTRACTS,
	CURRENT_HOUSINGS,
	FAMILY_SITUATIONS,
	isCodeOf,
	NATIONALITIES,
	REQUEST_MOTIVES,
	RESOURCES_PAID,
	RESOURCES_RECEIVED
} from '../../domain/applications/codes.ts';
import type { Situation, SituationPerson } from '../../domain/documents/checklist.ts';
import { registeredFacts, type RegisteredFacts } from '../applications/registered-facts.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';

const COUNTED = ['applicant', 'coapplicant', 'dependant', 'in_custody'] as const;
const MONEY = [...RESOURCES_RECEIVED, ...RESOURCES_PAID] as const;

/**
 * The situation that a request describes, for its list of papers. A code that our lists do not know is left out: it
 * calls for nothing.
 * @throws NotFound for a stranger's request
 */
export async function situationOfRequest(
	tx: Tx,
	actor: Actor,
	applicationId: string
): Promise<Situation> {
	const facts = await registeredFacts(tx, actor, applicationId);
	return {
		household: facts.household.flatMap((person) => personOf(facts, person)),
		unborn: facts.household.reduce((sum, { expectedCount }) => sum + (expectedCount ?? 0), 0),
		housing: known(CURRENT_HOUSINGS, facts.housing.current?.model),
		motives: facts.housing.motives.flatMap(({ code }) => known(REQUEST_MOTIVES, code) ?? []),
		today: today()
	};
}

function personOf(
	facts: RegisteredFacts,
	person: RegisteredFacts['household'][number]
): SituationPerson[] {
	const role = COUNTED.find((counted) => counted === person.role);
	if (!role) return [];
	return [
		{
			id: person.id,
			role,
			birthDate: person.birthDate,
			nationality: known(NATIONALITIES, person.nationality),
			familySituation: known(FAMILY_SITUATIONS, person.familySituation),
			contract: known(CONTRACTS, person.contract),
			resources: facts.resources
				.filter(({ personId }) => personId === person.id)
				.flatMap(({ code }) => known(MONEY, code) ?? [])
		}
	];
}

function known<Code extends string>(
	list: readonly Code[],
	value: string | null | undefined
): Code | null {
	return value !== null && value !== undefined && isCodeOf(list, value) ? value : null;
}
