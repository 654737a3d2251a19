import { CONTRACTS, CURRENT_HOUSINGS, REQUEST_MOTIVES } from '../applications/codes.ts';
import { RECOGNITIONS, type ScoreFacts, type ScorePerson } from './facts.ts';

/** What a criterion found: how many units, and which of its codes. */
export type Measured = { readonly units: number; readonly codes: readonly string[] };

interface Measure {
	/** The codes a criterion chooses among; null where there is nothing to choose. */
	readonly codes: readonly string[] | null;
	/** Whether more than one unit can be found, so that points may be given for each. */
	readonly countable: boolean;
	/** On what authority the fact is a fact of the request. */
	readonly authority: string;
	readonly of: (facts: ScoreFacts, on: Temporal.PlainDate, codes: readonly string[]) => Measured;
}

const ADULT = 18;

const count = (units: number): Measured => ({ units, codes: [] });
const yes = (is: boolean): Measured => count(is ? 1 : 0);

/** One unit when at least one of the codes is there: a reason given twice is one reason. */
function among(found: readonly (string | null)[], codes: readonly string[]): Measured {
	const met = codes.filter((code) => found.includes(code));
	return { units: met.length > 0 ? 1 : 0, codes: met };
}

/** Whole years of age on a day; null when the birth date is not known. */
function ageOn({ birthDate }: ScorePerson, on: Temporal.PlainDate): number | null {
	if (birthDate === null) return null;
	return Temporal.PlainDate.from(birthDate).until(on, { largestUnit: 'years' }).years;
}

const isChild = (person: ScorePerson) =>
	person.role === 'dependant' || person.role === 'in_custody';

/** Children under age, and those who are expected: a child whose birth date is not known is counted. */
function minors({ people, unborn }: ScoreFacts, on: Temporal.PlainDate): number {
	return people.filter((one) => isChild(one) && (ageOn(one, on) ?? 0) < ADULT).length + unborn;
}

function monthsSince(day: string, on: Temporal.PlainDate): number {
	return Math.max(0, Temporal.PlainDate.from(day).until(on, { largestUnit: 'months' }).months);
}

/** The whole percent of the resources that the rent takes; 0 where one of them is not known. */
function rentShare({ rentCents, monthlyCents }: ScoreFacts): number {
	if (rentCents === null || monthlyCents === null) return 0;
	return monthlyCents <= 0 ? 100 : Math.floor((rentCents * 100) / monthlyCents);
}

/**
 * What a grid may count, as one table: the facts of the form and of the life of a request (R441-2-2), seen in a way
 * that more of a fact is never fewer units.
 */
// prettier-ignore
export const MEASURES = {
	recognition: { codes: RECOGNITIONS, countable: false, authority: 'L441-1; L441-2-3; décret 2019-1378', of: (facts, _on, codes) => among(facts.recognitions, codes) },
	motive: { codes: REQUEST_MOTIVES, countable: false, authority: 'R441-2-2 g', of: (facts, _on, codes) => among(facts.motives, codes) },
	current_housing: { codes: CURRENT_HOUSINGS, countable: false, authority: 'R441-2-2 f', of: (facts, _on, codes) => among([facts.housing], codes) },
	contract: { codes: CONTRACTS, countable: false, authority: 'R441-2-2 d', of: ({ people }, _on, codes) => among(people.filter((one) => !isChild(one)).map((one) => one.contract), codes) },
	lives_here: { codes: null, countable: false, authority: 'R441-2-2 b', of: ({ people }) => yes(people.some((one) => one.role === 'applicant' && one.livesHere)) },
	works_here: { codes: null, countable: false, authority: 'R441-2-2 d', of: ({ people }) => yes(people.some((one) => one.worksHere)) },
	alone_with_children: { codes: null, countable: false, authority: 'R441-2-2 c', of: (facts, on) => yes(!facts.people.some((one) => one.role === 'coapplicant') && minors(facts, on) > 0) },
	minors: { codes: null, countable: true, authority: 'R441-2-2 c', of: (facts, on) => count(minors(facts, on)) },
	household_size: { codes: null, countable: true, authority: 'R441-2-2 c', of: ({ people, unborn }) => count(people.length + unborn) },
	seniority_months: { codes: null, countable: true, authority: 'R441-2-7', of: ({ filedOn }, on) => count(monthsSince(filedOn, on)) },
	rent_share_percent: { codes: null, countable: true, authority: 'R441-2-2 e, f', of: (facts) => count(rentShare(facts)) },
	refused_offers: { codes: null, countable: true, authority: 'R441-10; R441-2-17 3°', of: ({ refusals }) => count(refusals.length) }
} as const satisfies Record<string, Measure>;

export type FactCode = keyof typeof MEASURES;
export const FACT_CODES = Object.keys(MEASURES) as [FactCode, ...FactCode[]];

export const measureOf = (fact: FactCode): Measure => MEASURES[fact];
