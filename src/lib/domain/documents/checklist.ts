import type {
	Contract,
	CurrentHousing,
	FamilySituation,
	Nationality,
	RequestMotive,
	ResourcePaid,
	ResourceReceived
} from '../applications/codes.ts';
import { paperCategory, type PaperCategoryCode } from './categories.ts';
import {
	CONTRACT_NEEDS,
	FAMILY_NEEDS,
	HOUSING_NEEDS,
	MOTIVE_NEEDS,
	RESOURCE_NEEDS,
	type Need
} from './checklist-rules.ts';
import { identityPapers, isAdult, proving } from './expected-papers.ts';

export interface SituationPerson {
	/** What tells persons apart; never a name. */
	readonly id: string;
	readonly role: 'applicant' | 'coapplicant' | 'dependant' | 'in_custody';
	/** Null when not known: holders of the lease are then adults, others children. */
	readonly birthDate: Temporal.PlainDate | null;
	readonly nationality: Nationality | null;
	readonly familySituation: FamilySituation | null;
	readonly contract: Contract | null;
	readonly resources: readonly (ResourceReceived | ResourcePaid)[];
}

export interface Situation {
	readonly household: readonly SituationPerson[];
	/** Children expected. */
	readonly unborn: number;
	readonly housing: CurrentHousing | null;
	readonly motives: readonly RequestMotive[];
	readonly today: Temporal.PlainDate;
}

/** Why a paper is on the list: the fact of the request that calls for it. */
export type Because =
	| { readonly fact: 'everybody' }
	| { readonly fact: 'children' | 'unborn' | 'custody' }
	| {
			readonly fact: 'family_situation' | 'contract' | 'resource' | 'housing' | 'motive';
			readonly code: string;
	  };

export interface ChecklistLine {
	/** Null for a paper of the household. */
	readonly personId: string | null;
	/** Any one of these will do; the first is the one to name. */
	readonly papers: readonly PaperCategoryCode[];
	/** `now`: always needed to study a request. `later`: only when a counter or a landlord asks. */
	readonly when: 'now' | 'later';
	/** The first fact that calls for it. */
	readonly because: Because;
	/** Health, violence, guardianship: handed in only when asked for, and better at the counter. */
	readonly sensitive: boolean;
}

/**
 * The papers of one household, person by person, from its own situation. What is not in the list is not needed: nothing
 * outside the arrêté's list may be asked, and nothing that is already in SNE may be asked again (L441-2-1).
 */
export function checklist(situation: Situation): ChecklistLine[] {
	const lines = [
		...situation.household.flatMap((person) => personLines(person, situation.today)),
		...householdLines(situation)
	];
	const seen = new Set<string>();
	return lines.filter(({ personId, papers }) => {
		const key = `${personId} ${papers[0]}`;
		return !seen.has(key) && seen.add(key);
	});
}

function personLines(person: SituationPerson, today: Temporal.PlainDate): ChecklistLine[] {
	const adult = isAdult(person, today);
	const everybody = { fact: 'everybody' } as const;
	const now =
		adult && person.role !== 'in_custody'
			? [
					line(person.id, identityPapers(person), everybody, 'now'),
					line(person.id, proving('tax_notice'), everybody, 'now')
				]
			: [];
	const { familySituation, contract, resources } = person;
	return [
		...now,
		...(familySituation
			? because(person.id, FAMILY_NEEDS[familySituation], 'family_situation', familySituation)
			: []),
		...(contract ? because(person.id, CONTRACT_NEEDS[contract], 'contract', contract) : []),
		...resources.flatMap((code) => because(person.id, RESOURCE_NEEDS[code], 'resource', code))
	];
}

function householdLines({
	household,
	unborn,
	housing,
	motives,
	today
}: Situation): ChecklistLine[] {
	const has = (role: SituationPerson['role']) =>
		household.some((person) => person.role === role && !isAdult(person, today));
	const applicant = household.find(({ role }) => role === 'applicant')?.id ?? null;
	return [
		...(has('dependant')
			? [line(null, ['family_record_book', 'birth_certificate'], { fact: 'children' }, 'later')]
			: []),
		...(unborn > 0
			? [line(applicant, ['pregnancy_certificate'], { fact: 'unborn' }, 'later')]
			: []),
		...(has('in_custody') ? [line(null, ['custody_decision'], { fact: 'custody' }, 'later')] : []),
		...(housing ? because(null, HOUSING_NEEDS[housing], 'housing', housing) : []),
		...motives.flatMap((code) => because(applicant, MOTIVE_NEEDS[code], 'motive', code))
	];
}

function because(
	personId: string | null,
	needs: readonly Need[] | undefined,
	fact: 'family_situation' | 'contract' | 'resource' | 'housing' | 'motive',
	code: string
): ChecklistLine[] {
	return (needs ?? []).map((papers) => line(personId, papers, { fact, code }, 'later'));
}

/** A paper that the catalogue keeps for the household is about nobody in particular. */
function line(
	personId: string | null,
	papers: readonly PaperCategoryCode[],
	why: Because,
	when: ChecklistLine['when']
): ChecklistLine {
	const kinds = papers.map((code) => paperCategory(code));
	const own = kinds[0]?.perPerson ?? true;
	return {
		personId: own ? personId : null,
		papers,
		when,
		because: why,
		sensitive: kinds.every((kind) => kind?.sensitive)
	};
}
