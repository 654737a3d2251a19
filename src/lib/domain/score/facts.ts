/** What the score knows of somebody of the household. */
export type ScorePerson = {
	readonly role: 'applicant' | 'coapplicant' | 'dependant' | 'in_custody';
	readonly birthDate: string | null;
	/** SNE code of the work situation. */
	readonly contract: string | null;
	/** Lives, works in the territory. */
	readonly livesHere: boolean;
	readonly worksHere: boolean;
};

/** Situations that somebody else than the applicant recognises, in force. */
export const RECOGNITIONS = ['dalo', 'natural_disaster', 'housing_first'] as const;
export type Recognition = (typeof RECOGNITIONS)[number];

/**
 * The facts of a request that a score may look at, and nothing else: no name, no number. Days are "YYYY-MM-DD", money
 * is in euro cents a month. No list has an order.
 */
export type ScoreFacts = {
	/** Seniority runs from it (R441-2-7). */
	readonly filedOn: string;
	readonly people: readonly ScorePerson[];
	/** Expected children. */
	readonly unborn: number;
	/** SNE codes of the reasons of the request. */
	readonly motives: readonly string[];
	/** SNE code of the present housing. */
	readonly housing: string | null;
	readonly rentCents: number | null;
	/** Monthly resources of everybody, what they pay out taken away; null when an amount is not known. */
	readonly monthlyCents: number | null;
	readonly recognitions: readonly Recognition[];
	/** Days on which an offer was refused, or left without an answer, which counts as a refusal (R441-10). */
	readonly refusals: readonly string[];
};

/** The same text for the same facts, in whatever order they came: what a fingerprint is made of. */
export function canonicalFacts(facts: ScoreFacts): string {
	const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
	const person = ({ role, birthDate, contract, livesHere, worksHere }: ScorePerson) => [
		role,
		birthDate,
		contract,
		livesHere,
		worksHere
	];
	return JSON.stringify([
		facts.filedOn,
		sorted(facts.people.map(person)),
		facts.unborn,
		sorted([...new Set(facts.motives)]),
		facts.housing,
		facts.rentCents,
		facts.monthlyCents,
		sorted([...new Set(facts.recognitions)]),
		sorted(facts.refusals)
	]);
}
