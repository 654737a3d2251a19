import { dateInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { nameOf, textsOf } from './parts.ts';
import type { ProofFacts } from './proof-facts.ts';
import type { ProofBlock } from './proof.ts';
import { codeIn, type Words } from './words.ts';

type Said = typeof m.space_request_household;

// A message for each state: the key is only known at run time.
const states = m as unknown as Readonly<Record<string, Said>>;
/** Where the request stands, in one sentence. */
export const stateSentence = (state: string): Said =>
	states[`space_state_${state}`] ?? m.space_title;
const eventTitle = (kind: string): string =>
	states[`space_event_${kind}`]?.({}, { locale: 'fr' }) ?? kind;

/** Which papers were sent and where each stands; the content stays where it is. */
export function papersPart(
	{ papers: { sent, expected, household } }: ProofFacts,
	words: Words
): ProofBlock[] {
	const nameById = new Map(household.map((person) => [person.id, nameOf(person)]));
	const whose = (personId: string | null) => (personId ? nameById.get(personId) : undefined);
	const missing = expected.filter(({ state }) => state === 'missing' || state === 'to_resend');
	return [
		...(sent.length === 0
			? textsOf([words.both(m.proofs_papers_none, {})], true)
			: [
					{
						kind: 'facts' as const,
						facts: sent.map(({ category, state, personId, receivedAt }) => ({
							term: words.code('paper_category', category),
							value: codeIn('paper_state', state, 'fr'),
							origin: [whose(personId), dateInWords(inParis(receivedAt).day, 'fr')]
								.filter(Boolean)
								.join(', ')
						}))
					}
				]),
		...(missing.length === 0
			? []
			: [
					{ kind: 'heading' as const, title: words.both(m.proofs_papers_missing, {}) },
					{
						kind: 'list' as const,
						items: missing.map(({ need, acceptable, personId }) => {
							const label =
								need === 'asked' && acceptable[0]
									? words.code('paper_category', acceptable[0])
									: words.code('paper_need', need);
							const name = whose(personId);
							return { ...label, fr: name ? `${label.fr}, ${name}` : label.fr };
						})
					}
				])
	];
}

/** What happened, newest first, with who said it. */
export function timelinePart({ events }: ProofFacts): ProofBlock[] {
	return [
		{
			kind: 'facts',
			facts: events.map(({ kind, occurredOn, author }) => ({
				term: { fr: dateInWords(occurredOn, 'fr') },
				value: eventTitle(kind),
				// The person's own word is written as a code, anybody else's as a name.
				origin: codeIn('event_author', author, 'fr')
			}))
		}
	];
}
