import { BLOCKS, type Block } from '$lib/domain/changes/facts.ts';
import { isOpen } from '$lib/domain/changes/states.ts';
import { dateInWords } from '$lib/domain/words.ts';
import type { RegisteredFacts } from '$lib/server/applications/registered-facts.ts';
import type { proposalsOf } from '$lib/server/changes/queries.ts';
import { proposalLine } from './changements/proposal-line.ts';
import { factLine, itemsOf, keysOf, type FactLine, type Reading } from './fact-lines.ts';

type Person = RegisteredFacts['household'][number];
type Proposals = Awaited<ReturnType<typeof proposalsOf>>;

/** How many lines of what was asked the page shows before "everything". */
const LINES_ASKED = 4;

/**
 * Everything that is registered, in the blocks of the form, in words: every line with who said it, and the way to say
 * that it is wrong. Addresses name a person by an identifier and an amount by its place: nothing of what they are.
 */
export function factsScreen(reading: Reading, proposals: Proposals) {
	const { facts, locale } = reading;
	const asked = new Map(
		proposals
			.filter(({ kind, state }) => kind === 'rectification' && isOpen(state))
			.map(({ subject, id }) => [subject, id])
	);
	const line = (person: Person | null) => (fact: FactLine) => ({
		...fact,
		askedId: asked.get(fact.subject) ?? null,
		query: queryOf(facts, fact, person)
	});
	const group = (block: Block, person: Person | null) => {
		const lines = keysOf(facts, block, person).map((key) => factLine(reading, key));
		const said = commonest(lines);
		return {
			personId: person?.id ?? null,
			role: person?.role ?? null,
			name: person ? nameOf(person) : null,
			said,
			lines: lines
				.map((fact) => ({ ...fact, said: fact.said === said ? null : fact.said }))
				.map(line(person))
		};
	};
	const blocks = BLOCKS.map((block) => ({
		block,
		groups: peopleOf(facts, block)
			.map((person) => group(block, person))
			.filter(({ lines }) => lines.length > 0)
	}));
	return {
		uniqueNumber: facts.application.uniqueNumber,
		validUntil: dateInWords(facts.application.validUntil, locale),
		blocks,
		asked: proposals.slice(0, LINES_ASKED).map((proposal) => proposalLine(proposal, locale)),
		more: proposals.length > LINES_ASKED
	};
}

export type FactsScreen = ReturnType<typeof factsScreen>;
export type FactGroup = FactsScreen['blocks'][number]['groups'][number];

/** Whom a block speaks of: everybody, adults, or (null) the request as a whole. */
function peopleOf({ household }: RegisteredFacts, block: Block): (Person | null)[] {
	return block === 'people' || block === 'work' || block === 'resources' ? household : [null];
}

function queryOf(facts: RegisteredFacts, fact: FactLine, person: Person | null): string {
	const query = new URLSearchParams({ fait: fact.slug });
	if (person) query.set('personne', person.id);
	const [code, , ...item] = fact.subject.split(':');
	const items = itemsOf(facts, code as Parameters<typeof itemsOf>[1], person?.id ?? null);
	if (items) query.set('rang', String(items.indexOf(item.join(':')) + 1));
	return query.toString();
}

/** What most lines of a group say of their origin: said once for the group. */
function commonest(lines: readonly FactLine[]): string | null {
	const counts = new Map<string, number>();
	for (const { said } of lines) if (said) counts.set(said, (counts.get(said) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

export const nameOf = (person: Pick<Person, 'firstName' | 'lastName'>) =>
	[person.firstName, person.lastName].filter(Boolean).join(' ');
