import { formatUniqueNumber } from '../../domain/applications/unique-number.ts';
import { isDecision, type Decision } from '../../domain/proofs/proofs.ts';
import { dateInWords } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { publicAddress } from '../notifications/public-address.ts';
import { namesOf } from './compose-registration.ts';
import { dateFact, established, fact, textsOf } from './parts.ts';
import type { ProofFacts } from './proof-facts.ts';
import type { Proof, ProofBlock, ProofFact } from './proof.ts';
import { codeIn, type Words } from './words.ts';

type Event = ProofFacts['events'][number] & { kind: Decision };
type Detail = Event['detail'];

/** What each decision means, and what comes next (R441-3 a to e). */
const MEANING: Readonly<
	Record<Decision, { means: typeof m.proofs_decided_granted; next: typeof m.proofs_next_granted }>
> = {
	decided_granted: { means: m.proofs_decided_granted, next: m.proofs_next_granted },
	decided_ranked: { means: m.proofs_decided_ranked, next: m.proofs_next_ranked },
	decided_conditional: { means: m.proofs_decided_conditional, next: m.proofs_next_conditional },
	decided_not_granted: { means: m.proofs_decided_not_granted, next: m.proofs_next_not_granted },
	decided_inadmissible: { means: m.proofs_decided_inadmissible, next: m.proofs_next_inadmissible }
};

/**
 * The decisions of the commissions on a request, newest first, each with rank, condition or motives, and what it
 * means (R441-2-17 5°). The landlord's own letter counts, and the page says so.
 */
export function composeDecision(facts: ProofFacts, words: Words): Proof {
	const decisions = facts.events.filter((event): event is Event => isDecision(event.kind));
	return {
		...established(m.proofs_decision_title, facts.today, words),
		blocks: [
			{
				kind: 'notice',
				title: words.both(m.proofs_worth_title, {}),
				texts: [words.both(m.proofs_worth_decision, {})]
			},
			{
				kind: 'number',
				label: words.both(m.proofs_number_label, {}),
				value: formatUniqueNumber(facts.application.uniqueNumber)
			},
			{ kind: 'facts', facts: [fact(words, m.proofs_fact_names, namesOf(facts))] },
			...decisions.map((event) => decisionBlock(event, words)),
			{
				kind: 'section',
				title: words.both(m.proofs_disagree, {}),
				blocks: [
					...textsOf([words.both(m.proofs_disagree_text, {})]),
					{
						kind: 'code',
						address: publicAddress('/espace', words.besideLanguage ?? 'fr'),
						text: words.both(m.proofs_follow_code, {})
					}
				]
			}
		]
	};
}

function decisionBlock(event: Event, words: Words): ProofBlock {
	const { means, next } = MEANING[event.kind];
	return {
		kind: 'section',
		title: words.both(m.proofs_decision_of, (locale) => ({
			day: dateInWords(event.occurredOn, locale)
		})),
		blocks: [
			...textsOf([words.both(means, {})]),
			{ kind: 'facts', facts: factsOf(event, words) },
			...textsOf([words.both(next, {})])
		]
	};
}

function factsOf({ detail, author, occurredOn }: Event, words: Words): ProofFact[] {
	const given = (term: typeof m.proofs_fact_landlord, value: string | null) =>
		value ? [fact(words, term, value)] : [];
	return [
		dateFact(words, m.proofs_fact_decided, occurredOn, { origin: author }),
		...given(m.proofs_fact_landlord, text(detail, 'landlord')),
		...given(m.proofs_fact_home, homeOf(detail)),
		...given(m.proofs_fact_rank, text(detail, 'rank')),
		...given(m.proofs_fact_condition, text(detail, 'condition')),
		...given(m.proofs_fact_met_before, dayIn(detail, 'metBefore')),
		...given(m.proofs_fact_cause, causeOf(detail)),
		...given(m.proofs_fact_written_motive, text(detail, 'motive'))
	];
}

function text(detail: Detail, key: string): string | null {
	const value = detail[key];
	return value === null || value === undefined || value === '' ? null : String(value);
}

function dayIn(detail: Detail, key: string): string | null {
	const written = text(detail, key);
	return written && /^\d{4}-\d{2}-\d{2}$/.test(written)
		? dateInWords(Temporal.PlainDate.from(written), 'fr')
		: written;
}

function homeOf(detail: Detail): string | null {
	const type = text(detail, 'housingType');
	const parts = [type && codeIn('housing_type', type, 'fr'), text(detail, 'commune')];
	return parts.filter(Boolean).join(', ') || null;
}

function causeOf(detail: Detail): string | null {
	const cause = text(detail, 'cause');
	return cause && codeIn('inadmissible', cause, 'fr');
}
