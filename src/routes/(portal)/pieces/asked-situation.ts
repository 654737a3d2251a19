import * as v from 'valibot';
import {
	CONTRACTS,
	CURRENT_HOUSINGS,
	FAMILY_SITUATIONS,
	NATIONALITIES,
	REQUEST_MOTIVES,
	RESOURCES_PAID,
	RESOURCES_RECEIVED
} from '$lib/domain/applications/codes.ts';
import type { Situation, SituationPerson } from '$lib/domain/documents/checklist.ts';

const count = v.optional(
	v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.maxValue(12)),
	'0'
);
const oneOf = <const Codes extends readonly string[]>(codes: Codes) =>
	v.optional(v.nullable(v.picklist(codes)), null);

/** What the public page asks: few questions, no name, nothing kept. An answer we do not know counts as none. */
const Questions = v.object({
	adultes: v.optional(v.picklist(['1', '2']), '1'),
	nationalite: v.fallback(oneOf(NATIONALITIES), null),
	nationalite2: v.fallback(oneOf(NATIONALITIES), null),
	famille: v.fallback(oneOf(FAMILY_SITUATIONS), null),
	travail: v.fallback(oneOf(CONTRACTS), null),
	travail2: v.fallback(oneOf(CONTRACTS), null),
	enfants: v.fallback(count, 0),
	naissance: v.optional(v.literal('oui')),
	garde: v.optional(v.literal('oui')),
	logement: v.fallback(oneOf(CURRENT_HOUSINGS), null),
	revenus: v.fallback(v.array(v.picklist([...RESOURCES_RECEIVED, ...RESOURCES_PAID])), []),
	motifs: v.fallback(v.array(v.picklist(REQUEST_MOTIVES)), [])
});
export type Answers = v.InferOutput<typeof Questions>;

/** The answers of an address; null when none was given yet. */
export function answersIn(search: URLSearchParams): Answers | null {
	if (!search.has('adultes')) return null;
	const read = v.safeParse(Questions, {
		...Object.fromEntries([...search].filter(([, value]) => value !== '')),
		revenus: search.getAll('revenus'),
		motifs: search.getAll('motifs')
	});
	return read.success ? read.output : null;
}

/** The household that the answers describe. Children are children: their birth dates are not asked. */
export function situationOf(answers: Answers, today: Temporal.PlainDate): Situation {
	const person = (
		id: string,
		role: SituationPerson['role'],
		more: Partial<SituationPerson> = {}
	): SituationPerson => ({
		id,
		role,
		birthDate: null,
		nationality: null,
		familySituation: null,
		contract: null,
		resources: [],
		...more
	});
	const you = person('you', 'applicant', {
		nationality: answers.nationalite,
		familySituation: answers.famille,
		contract: answers.travail,
		resources: answers.revenus
	});
	const other = person('other', 'coapplicant', {
		nationality: answers.nationalite2,
		contract: answers.travail2
	});
	return {
		household: [
			you,
			...(answers.adultes === '2' ? [other] : []),
			...Array.from({ length: answers.enfants }, (_, index) =>
				person(`child-${index}`, 'dependant')
			),
			...(answers.garde ? [person('custody', 'in_custody')] : [])
		],
		unborn: answers.naissance ? 1 : 0,
		housing: answers.logement,
		motives: answers.motifs,
		today
	};
}
