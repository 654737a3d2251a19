import { phoneInWords } from '../../domain/appointments/visitor-phone.ts';
import { formatUniqueNumber } from '../../domain/applications/unique-number.ts';
import { dateInWords, eurosInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { papersPart, stateSentence, timelinePart } from './request-parts.ts';
import { publicAddress } from '../notifications/public-address.ts';
import {
	addressOf,
	dateFact,
	established,
	fact,
	nameOf,
	saidOf,
	statedOf,
	textsOf
} from './parts.ts';
import type { ProofFacts } from './proof-facts.ts';
import type { Proof, ProofBlock, ProofFact } from './proof.ts';
import { codeIn, type Words } from './words.ts';

type Person = ProofFacts['household'][number];

/**
 * "My request", to hand to somebody who helps: everything that is registered, with who said it, where it stands, the
 * papers and what is still to come (R441-2-17 1°).
 */
export function composeRequest(facts: ProofFacts, words: Words): Proof {
	const { application } = facts;
	return {
		...established(m.proofs_request_title, facts.today, words),
		blocks: [
			{ kind: 'notice', texts: [words.both(m.proofs_request_hand, {})] },
			{
				kind: 'number',
				label: words.both(m.proofs_number_label, {}),
				value: formatUniqueNumber(application.uniqueNumber)
			},
			{ kind: 'text', text: words.both(stateSentence(application.state), {}) },
			{
				kind: 'facts',
				facts: [
					dateFact(words, m.proofs_fact_filed, application.filedOn, {
						origin: saidOf(application)
					}),
					...(application.renewedOn
						? [dateFact(words, m.proofs_fact_renewed, application.renewedOn)]
						: []),
					dateFact(words, m.proofs_fact_until, application.validUntil),
					...nextVisit(facts, words)
				]
			},
			section(
				words,
				m.space_request_household,
				facts.household.map((each) => personOf(facts, each, words)).flat()
			),
			section(words, m.space_request_housing, housing(facts, words)),
			section(words, m.space_request_wanted, wanted(facts, words)),
			section(words, m.proofs_papers, papersPart(facts, words)),
			section(words, m.space_timeline_title, timelinePart(facts)),
			{
				kind: 'code',
				address: publicAddress('/espace', words.besideLanguage ?? 'fr'),
				text: words.both(m.proofs_follow_code, {})
			}
		]
	};
}

type Said = typeof m.space_request_household;

const section = (words: Words, title: Said, blocks: ProofBlock[]): ProofBlock => ({
	kind: 'section',
	title: words.both(title, {}),
	blocks
});

function nextVisit({ next }: ProofFacts, words: Words): ProofFact[] {
	if (!next) return [];
	const { day, time } = inParis(next.row.startsAt);
	const when = m.agent_day_hour(
		{ day: dateInWords(day, 'fr'), hour: hourInWords(time, 'fr') },
		{ locale: 'fr' }
	);
	return [fact(words, m.proofs_fact_visit, `${when}, ${next.counter.name}`)];
}

const ROLES: Readonly<Record<Person['role'], Said>> = {
	applicant: m.proofs_role_applicant,
	coapplicant: m.space_role_coapplicant,
	dependant: m.space_role_dependant,
	in_custody: m.space_role_in_custody,
	unborn: m.space_role_unborn
};

function personOf(facts: ProofFacts, person: Person, words: Words): ProofBlock[] {
	const role = ROLES[person.role];
	const name = nameOf(person);
	const title = words.both(role, {});
	return [
		{
			kind: 'heading',
			title: name ? { ...title, fr: `${name}, ${title.fr.toLocaleLowerCase('fr')}` } : title
		},
		{
			kind: 'facts',
			facts: [...identityOf(facts, person, words), ...moneyOf(facts, person, words)]
		}
	];
}

function identityOf({ places, stated }: ProofFacts, person: Person, words: Words): ProofFact[] {
	const day = (date: Temporal.PlainDate | null) => date && dateInWords(date, 'fr');
	if (person.role === 'unborn') return [fact(words, m.space_fact_expected, day(person.expectedOn))];
	const isAdult = person.role === 'applicant' || person.role === 'coapplicant';
	const code = (list: string, value: string | null) => value && codeIn(list, value, 'fr');
	const by = (...names: string[]) => ({ origin: statedOf(stated, person.id, names) });
	return [
		fact(words, m.space_fact_birth_date, day(person.birthDate), { origin: saidOf(person) }),
		...(isAdult
			? [
					fact(
						words,
						m.space_fact_family,
						code('family_situation', person.familySituation),
						by('familySituation')
					),
					fact(
						words,
						m.space_fact_address,
						addressOf(person, places),
						by('addressLine', 'postcode', 'addressCommune')
					),
					fact(words, m.space_fact_phone, person.phone && phoneInWords(person.phone), by('phone')),
					fact(words, m.space_fact_email, person.email, by('email')),
					fact(words, m.space_fact_work, code('contract', person.contract), by('contract'))
				]
			: [])
	];
}

function moneyOf({ incomes, resources }: ProofFacts, { id }: Person, words: Words): ProofFact[] {
	return [
		...incomes
			.filter(({ personId }) => personId === id)
			.map(({ year, amountEuros, ...said }) => ({
				term: words.both(m.space_fact_tax, { year: String(year) }),
				value: eurosInWords(amountEuros * 100, 'fr'),
				origin: saidOf(said)
			})),
		...resources
			.filter(({ personId }) => personId === id)
			.map(({ direction, code, monthlyCents, ...said }) => ({
				term: words.code(direction === 'paid' ? 'resource_paid' : 'resource_received', code),
				value:
					monthlyCents === null
						? m.space_fact_amount_unknown({}, { locale: 'fr' })
						: m.space_fact_monthly({ amount: eurosInWords(monthlyCents, 'fr') }, { locale: 'fr' }),
				origin: saidOf(said)
			}))
	];
}

function housing({ housing: { current } }: ProofFacts, words: Words): ProofBlock[] {
	if (!current) return textsOf([words.both(m.proofs_nothing, {})], true);
	const rent = current.rentCents;
	return [
		{
			kind: 'facts',
			facts: [
				fact(
					words,
					m.space_fact_housing_kind,
					current.model && codeIn('current_housing', current.model, 'fr'),
					{ origin: saidOf(current) }
				),
				fact(
					words,
					m.space_fact_rent,
					rent === null
						? null
						: m.space_fact_monthly({ amount: eurosInWords(rent, 'fr') }, { locale: 'fr' })
				),
				fact(words, m.space_fact_occupants, current.occupants?.toString()),
				fact(words, m.space_fact_surface, current.surfaceM2 ? `${current.surfaceM2} m²` : null)
			]
		}
	];
}

function wanted(
	{ housing: { types, communes, motives }, application }: ProofFacts,
	words: Words
): ProofBlock[] {
	const { enlargedSearch } = application;
	const listed = (list: string, codes: string[]) =>
		codes.map((code) => codeIn(list, code, 'fr')).join(', ');
	return [
		{
			kind: 'facts',
			facts: [
				fact(
					words,
					m.space_fact_types,
					listed(
						'housing_type',
						types.map(({ type }) => type)
					),
					{
						origin: types[0] && saidOf(types[0])
					}
				),
				fact(
					words,
					m.space_fact_communes,
					communes.map(({ insee, name }) => name ?? insee).join(', '),
					{
						origin: communes[0] && saidOf(communes[0])
					}
				),
				fact(
					words,
					m.space_fact_enlarged,
					enlargedSearch === null
						? null
						: enlargedSearch
							? m.space_yes({}, { locale: 'fr' })
							: m.space_no({}, { locale: 'fr' })
				),
				fact(
					words,
					m.space_fact_motives,
					listed(
						'motive',
						motives.map(({ code }) => code)
					),
					{
						origin: motives[0] && saidOf(motives[0])
					}
				)
			]
		}
	];
}
