import { localised } from '../../domain/localised.ts';
import { dateInWords } from '../../domain/words.ts';
import { formatUniqueNumber } from '../../domain/applications/unique-number.ts';
import * as m from '../../paraglide/messages.js';
import { publicAddress } from '../notifications/public-address.ts';
import type { ProofFacts } from './proof-facts.ts';
import type { Proof, ProofBlock } from './proof.ts';
import { addressOf, dateFact, established, fact, nameOf, saidOf, textsOf } from './parts.ts';
import { plain, type Words } from './words.ts';

type Part = (facts: ProofFacts, words: Words) => ProofBlock[];

/** The nine items of R441-2-4, in its order and under its letters. */
export const ATTESTATION_ITEMS: Readonly<
	Record<
		'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i',
		{ title: typeof m.proofs_item_a; part: Part }
	>
> = {
	a: { title: m.proofs_item_a, part: whoAsks },
	b: { title: m.proofs_item_b, part: whoRegistered },
	c: { title: m.proofs_item_c, part: number },
	d: { title: m.proofs_item_d, part: dates },
	e: { title: m.proofs_item_e, part: landlords },
	f: { title: m.proofs_item_f, part: mediationCases },
	g: { title: m.proofs_item_g, part: mediationWhen },
	h: { title: m.proofs_item_h, part: validity },
	i: { title: m.proofs_item_i, part: following }
};

/**
 * What the attestation of registration must say (R441-2-4 a to i, and its annex of papers), from our copy of the
 * register. Not the attestation itself: that one the registering counter or SNE gives, and the page says so.
 * @param isSigned handed over by a counter, which may sign it
 */
export function composeRegistration(facts: ProofFacts, words: Words, isSigned: boolean): Proof {
	return {
		...established(m.proofs_registration_title, facts.today, words),
		blocks: [
			{
				kind: 'notice',
				title: words.both(m.proofs_worth_title, {}),
				texts: [words.both(m.proofs_worth_us, {}), words.both(m.proofs_worth_official, {})]
			},
			...Object.entries(ATTESTATION_ITEMS).map(([mark, { title, part }]): ProofBlock => ({
				kind: 'section',
				mark,
				title: words.both(title, {}),
				blocks: part(facts, words)
			})),
			{
				kind: 'section',
				title: words.both(m.proofs_annex_title, {}),
				blocks: annex(facts, words)
			},
			...(isSigned
				? [{ kind: 'signature' as const, text: words.both(m.proofs_signature, {}) }]
				: [])
		]
	};
}

function whoAsks({ household, places }: ProofFacts, words: Words): ProofBlock[] {
	const adults = household.filter(({ role }) => role === 'applicant' || role === 'coapplicant');
	return adults.map((person) => ({
		kind: 'facts',
		facts: [
			fact(words, m.proofs_fact_last_name, person.lastName, { origin: saidOf(person) }),
			fact(words, m.proofs_fact_first_name, person.firstName),
			...(person.role === 'applicant'
				? [fact(words, m.proofs_fact_address, addressOf(person, places))]
				: [fact(words, m.proofs_fact_role, m.space_role_coapplicant({}, { locale: 'fr' }))])
		]
	}));
}

function whoRegistered({ application, body }: ProofFacts, words: Words): ProofBlock[] {
	const toConfirm = !body?.confirmed;
	return [
		{
			kind: 'facts',
			facts: [
				fact(words, m.proofs_fact_body, body?.name, { toConfirm }),
				fact(words, m.proofs_fact_body_address, body?.address, { toConfirm }),
				fact(words, m.proofs_fact_body_code, application.registeringCode)
			]
		},
		...(body ? [] : textsOf([words.both(m.proofs_body_unknown, {})], true))
	];
}

function number({ application }: ProofFacts, words: Words): ProofBlock[] {
	return [
		{
			kind: 'number',
			label: words.both(m.proofs_number_label, {}),
			value: formatUniqueNumber(application.uniqueNumber)
		},
		...textsOf([words.both(m.proofs_number_keep, {})])
	];
}

function dates({ application }: ProofFacts, words: Words): ProofBlock[] {
	const { filedOn, renewedOn } = application;
	return [
		{
			kind: 'facts',
			facts: [
				dateFact(words, m.proofs_fact_filed, filedOn, { origin: saidOf(application) }),
				renewedOn
					? dateFact(words, m.proofs_fact_renewed, renewedOn)
					: fact(words, m.proofs_fact_renewed, m.proofs_never_renewed({}, { locale: 'fr' }))
			]
		}
	];
}

function landlords({ landlords: known, housing }: ProofFacts, words: Words): ProofBlock[] {
	const wanted = housing.communes.map(({ insee, name }) => name ?? insee).join(', ');
	const isConfirmed = known.length > 0 && known.every(({ confirmed }) => confirmed);
	return [
		{ kind: 'facts', facts: [fact(words, m.proofs_fact_communes, wanted)] },
		...(known.length > 0
			? [
					{
						kind: 'list' as const,
						items: known.map(({ name, confirmed }) =>
							plain(confirmed ? name : `${name} (${m.shell_to_confirm({}, { locale: 'fr' })})`)
						)
					}
				]
			: []),
		...(isConfirmed ? [] : textsOf([words.both(m.proofs_landlords_to_confirm, {})], true))
	];
}

function mediationCases(_facts: ProofFacts, words: Words): ProofBlock[] {
	return [
		...textsOf([words.both(m.proofs_dalo_what, {})]),
		{
			kind: 'list',
			items: [
				words.both(m.proofs_dalo_long, {}),
				words.both(m.proofs_dalo_none, {}),
				words.both(m.proofs_dalo_eviction, {}),
				words.both(m.proofs_dalo_hosted, {}),
				words.both(m.proofs_dalo_unfit, {}),
				words.both(m.proofs_dalo_crowded, {})
			]
		},
		...textsOf([words.both(m.proofs_dalo_conditions, {})], true)
	];
}

function mediationWhen({ application, settings }: ProofFacts, words: Words): ProofBlock[] {
	const {
		abnormal_delay_months: delay,
		mediation_address: address,
		mediation_form: form
	} = settings;
	const from = delay.value === null ? null : application.filedOn.add({ months: delay.value });
	return [
		{
			kind: 'facts',
			facts: [
				fact(
					words,
					m.proofs_fact_abnormal,
					delay.value === null ? null : m.proofs_months({ count: delay.value }, { locale: 'fr' }),
					{ toConfirm: !delay.confirmed }
				),
				fact(words, m.proofs_fact_from, from && dateInWords(from, 'fr'), {
					toConfirm: !delay.confirmed
				}),
				fact(words, m.proofs_fact_grave, m.proofs_at_once({}, { locale: 'fr' })),
				fact(words, m.proofs_fact_mediation, address.value, { toConfirm: !address.confirmed }),
				fact(words, m.proofs_fact_form, form.value, { toConfirm: !form.confirmed })
			]
		}
	];
}

function validity({ application }: ProofFacts, words: Words): ProofBlock[] {
	return [
		{ kind: 'facts', facts: [dateFact(words, m.proofs_fact_until, application.validUntil)] },
		...textsOf([words.both(m.proofs_validity_year, {}), words.both(m.proofs_validity_renew, {})]),
		...textsOf([words.both(m.proofs_struck_title, {})]),
		{
			kind: 'list',
			items: [
				words.both(m.proofs_struck_housed, {}),
				words.both(m.proofs_struck_renounced, {}),
				words.both(m.proofs_struck_no_contact, {}),
				words.both(m.proofs_struck_inadmissible, {}),
				words.both(m.proofs_struck_not_renewed, {})
			]
		},
		...textsOf([words.both(m.proofs_struck_contest, {})])
	];
}

function following(_facts: ProofFacts, words: Words): ProofBlock[] {
	return [
		...textsOf([words.both(m.proofs_follow_where, {}), words.both(m.proofs_follow_counter, {})]),
		{
			kind: 'code',
			address: publicAddress('/espace', words.besideLanguage ?? 'fr'),
			text: words.both(m.proofs_follow_code, {})
		}
	];
}

/** The papers that may be asked for, mandatory and complementary: the annex of R441-2-4. */
function annex({ kinds }: ProofFacts, words: Words): ProofBlock[] {
	const listed = (level: 'mandatory' | 'on_request') =>
		kinds
			.filter((kind) => kind.level === level)
			.map(({ label }) => ({
				fr: label.fr,
				...(words.besideLanguage && { beside: localised(label, words.besideLanguage) })
			}));
	const isConfirmed = kinds.every(({ confirmed }) => confirmed);
	return [
		{ kind: 'heading', title: words.both(m.proofs_annex_mandatory, {}) },
		{ kind: 'list', items: listed('mandatory'), columns: 2 },
		{ kind: 'heading', title: words.both(m.proofs_annex_on_request, {}) },
		{ kind: 'list', items: listed('on_request'), columns: 2 },
		...(isConfirmed ? [] : textsOf([words.both(m.proofs_annex_to_confirm, {})], true))
	];
}

/** Names of the adults, for a document that must say whose it is. */
export const namesOf = ({ household }: ProofFacts): string =>
	household
		.filter(({ role }) => role === 'applicant' || role === 'coapplicant')
		.map(nameOf)
		.join(', ');
