import { sectionTitle } from '$lib/components/change-words.ts';
import type { CommuneNames } from '$lib/components/fact-words.ts';
import type { Block } from '$lib/domain/changes/facts.ts';
import { CHANGE_RULES, kindsOfSection, SECTIONS, type Section } from '$lib/domain/changes/kinds.ts';
import { sectionOf } from '$lib/domain/renewals/answers.ts';
import { dateInWords, dayInWords, inParis } from '$lib/domain/words.ts';
import type { RegisteredFacts } from '$lib/server/applications/registered-facts.ts';
import type { MyRenewal } from '$lib/server/renewals/my-renewal.ts';
import { factLine, keysOf } from '../demande/fact-lines.ts';
import { nameOf } from '../demande/facts-screen.ts';

/** The facts that each part of the renewal shows: blocks of the form, and for two of them some facts of a block. */
const BLOCK_OF: Readonly<Record<Section, Block>> = {
	contact: 'people',
	household: 'people',
	work: 'work',
	income: 'resources',
	housing: 'housing',
	wanted: 'wanted'
};
const CONTACT: readonly string[] = ['adresse', 'telephone', 'email'];
const HOUSEHOLD: readonly string[] = ['naissance', 'situation', 'enfant-a-naitre'];

export const STAGES = ['struck_off', 'late', 'confirmed', 'not_open', 'open'] as const;
export type Stage = (typeof STAGES)[number];

/** Where the renewal stands, in words, and what is known of each part of the request. */
export function renewalScreen(
	renewal: MyRenewal,
	facts: RegisteredFacts,
	communes: CommuneNames,
	locale: string
) {
	const { validity, current, application } = renewal;
	const reading = { facts, communes, locale };
	const declared = new Set(renewal.declared.map(sectionOf));
	return {
		stage: stageOf(renewal),
		until: dayInWords(validity.validUntil, locale),
		daysLeft: validity.daysLeft,
		opensOn: dayInWords(validity.renewalOpensOn, locale),
		filedOn: dateInWords(application.filedOn, locale),
		confirmedOn: current?.confirmedAt
			? dateInWords(inParis(current.confirmedAt).day, locale)
			: null,
		renewedOn: renewal.renewed ? dateInWords(renewal.renewed.occurredOn, locale) : null,
		refusal: renewal.refused?.answer ?? null,
		struckOff: renewal.struckOff && {
			on: dateInWords(renewal.struckOff.occurredOn, locale),
			notRenewed: renewal.struckOff.kind === 'struck_off_not_renewed'
		},
		sections: SECTIONS.map((section) => ({
			section,
			title: sectionTitle(section),
			answer: renewal.answers[section] ?? null,
			declared: declared.has(section),
			people: linesOf(reading, section),
			kinds: kindsOfSection(section).map((kind) => ({ kind, slug: CHANGE_RULES[kind].slug }))
		})),
		unsettled: renewal.unsettled
	};
}

export type RenewalScreen = ReturnType<typeof renewalScreen>;

function stageOf({ state, validity, current }: MyRenewal): Stage {
	if (state === 'struck_off') return 'struck_off';
	if (validity.phase === 'expired') return 'late';
	if (current?.state === 'confirmed') return 'confirmed';
	return validity.phase === 'valid' || state === 'filed' ? 'not_open' : 'open';
}

function linesOf(reading: Parameters<typeof factLine>[0], section: Section) {
	const { household } = reading.facts;
	const block = BLOCK_OF[section];
	const isOfPeople = ['people', 'work', 'resources'].includes(block);
	const shown = (slug: string) =>
		section === 'contact'
			? CONTACT.includes(slug)
			: section === 'household'
				? HOUSEHOLD.includes(slug)
				: true;
	return (isOfPeople ? household : [null])
		.map((person) => ({
			id: person?.id ?? '',
			name: person ? nameOf(person) : null,
			lines: keysOf(reading.facts, block, person)
				.map((key) => factLine(reading, key))
				.filter(({ slug, value }) => shown(slug) && value !== '')
				.map(({ subject, label, value }) => ({ subject, label, value }))
		}))
		.filter(({ lines }) => lines.length > 0);
}
