import type { Nationality } from '../applications/codes.ts';
import { PAPER_CATEGORIES } from './categories.ts';
import type { PaperCategoryCode, PaperProof } from './categories.ts';
import type { PaperMark } from './paper-codes.ts';
import type { PaperState } from './states.ts';

export interface HouseholdMember {
	readonly id: string;
	readonly role: 'applicant' | 'coapplicant' | 'dependant';
	readonly birthDate: Temporal.PlainDate | null;
	readonly nationality: Nationality | null;
}

/** A paper already sent; `personId` is null when it is the household's. */
export interface SentPaper {
	readonly id: string;
	readonly personId: string | null;
	readonly category: string;
	readonly state: PaperState;
	/** Set in SNE on a paper that is there and will not do any more. */
	readonly mark?: PaperMark | null;
}

/** What a counter asked for beyond what is mandatory. */
export interface AskedPaper {
	readonly personId: string | null;
	readonly category: PaperCategoryCode;
}

export interface ExpectedPapersInput {
	readonly household: readonly HouseholdMember[];
	readonly papers: readonly SentPaper[];
	readonly asked?: readonly AskedPaper[];
	readonly today: Temporal.PlainDate;
}

/** Who × which paper × how far it is. */
export interface ExpectedPaper {
	readonly personId: string | null;
	readonly need: PaperProof | 'asked';
	/** Any one of these will do; the first is the one to name. */
	readonly acceptable: readonly PaperCategoryCode[];
	readonly state: 'missing' | PaperState;
	/** The paper that gives the state; null when missing. */
	readonly paperId: string | null;
}

/** From best to worst; a paper that was erased or infected counts as not sent. */
const BEST_FIRST: readonly PaperState[] = [
	'passed_on',
	'accepted',
	'being_checked',
	'received',
	'receiving',
	'to_resend'
];

/**
 * Everything that is expected: to instruct a request, the identity or right of stay of every adult and
 * the tax notice of every adult to be housed (public guidance of ANIL and the mayors' association; the
 * annex of the arrêté of 19 April 2022 is still to be compared), then what the counter asked for.
 */
export function expectedPapers(input: ExpectedPapersInput): ExpectedPaper[] {
	const adults = input.household.filter((person) => isAdult(person, input.today));
	const mandatory = adults.flatMap((person) => [
		expectation(input.papers, person.id, 'identity', identityPapers(person)),
		expectation(input.papers, person.id, 'tax_notice', proving('tax_notice'))
	]);
	const asked = (input.asked ?? []).map((line) =>
		expectation(input.papers, line.personId, 'asked', [line.category])
	);
	return [...mandatory, ...asked];
}

/** Those the applicant still has to send: never sent, or to be sent again. */
export function missingPapers(input: ExpectedPapersInput): ExpectedPaper[] {
	return expectedPapers(input).filter(
		(paper) => paper.state === 'missing' || paper.state === 'to_resend'
	);
}

/** Eighteen on the day itself. Without a birth date, holders of the lease are adults and the others are not. */
export function isAdult(
	person: { readonly role: string; readonly birthDate: Temporal.PlainDate | null },
	today: Temporal.PlainDate
): boolean {
	if (person.birthDate === null)
		return person.role === 'applicant' || person.role === 'coapplicant';
	return Temporal.PlainDate.compare(person.birthDate.add({ years: 18 }), today) <= 0;
}

/** French and European Union citizens prove identity; others prove regular stay (R441-2-3). */
export function identityPapers(person: {
	readonly nationality: Nationality | null;
}): PaperCategoryCode[] {
	if (person.nationality === '3') return ['residence_permit', 'residence_permit_receipt'];
	if (person.nationality !== null) return ['national_id_card', 'passport'];
	return proving('identity');
}

/** The papers of the catalogue that prove a mandatory need. */
export function proving(proof: PaperProof): PaperCategoryCode[] {
	return PAPER_CATEGORIES.filter((category) => category.proves === proof).map(
		(category) => category.code
	);
}

function expectation(
	papers: readonly SentPaper[],
	personId: string | null,
	need: ExpectedPaper['need'],
	acceptable: readonly PaperCategoryCode[]
): ExpectedPaper {
	const sent = papers.filter(
		(paper) =>
			paper.personId === personId && (acceptable as readonly string[]).includes(paper.category)
	);
	for (const state of BEST_FIRST) {
		const paper = sent.find((candidate) => standing(candidate) === state);
		if (paper) return { personId, need, acceptable, state, paperId: paper.id };
	}
	return { personId, need, acceptable, state: 'missing', paperId: null };
}

/** A paper that was passed on and marked since is to be sent again, as one that never was. */
function standing({ state, mark }: SentPaper): PaperState {
	return state === 'passed_on' && mark ? 'to_resend' : state;
}
