import * as v from 'valibot';
import { PAPER_GROUPS } from './categories.ts';

/**
 * What an agent works through. Each is in the order of the legal clock: fifteen days from reception to deposit in SNE
 * (R441-2-4-1), so that the papers that are late come first, then those that will soonest be.
 */
export const QUEUE_LISTS = ['to_check', 'answers', 'waiting', 'to_deposit'] as const;
export type QueueList = (typeof QUEUE_LISTS)[number];

/** Which papers of the queue. `counter` is a slug, of one of the agent's counters; null means all of them. */
export interface QueueFilter {
	readonly list: QueueList;
	readonly counter: string | null;
	readonly group: string | null;
}

/** As an address says it. */
const LIST_WORDS: Readonly<Record<string, QueueList>> = {
	'a-verifier': 'to_check',
	reponses: 'answers',
	'en-attente': 'waiting',
	'a-deposer': 'to_deposit'
};

const asked = v.object({
	liste: v.fallback(v.picklist(Object.keys(LIST_WORDS)), 'a-verifier'),
	guichet: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/))), null),
	type: v.fallback(v.nullable(v.picklist(PAPER_GROUPS)), null)
});

/** The filter an address asks for; what cannot be read asks for nothing. */
export function readFilter(query: URLSearchParams): QueueFilter {
	const { liste, guichet, type } = v.parse(asked, {
		liste: query.get('liste'),
		guichet: query.get('guichet') || null,
		type: query.get('type') || null
	});
	return { list: LIST_WORDS[liste]!, counter: guichet, group: type };
}

/** The same as the query of an address; the list that everybody sees first is not said. */
export function filterQuery(filter: QueueFilter): Record<string, string | null> {
	const word = Object.entries(LIST_WORDS).find(([, list]) => list === filter.list)?.[0];
	return {
		liste: filter.list === 'to_check' ? null : (word ?? null),
		guichet: filter.counter,
		type: filter.group
	};
}

/** For how long a paper that an agent opened is left to them, in minutes. */
export const DESK_MINUTES = 5;
