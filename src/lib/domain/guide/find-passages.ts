import type { PassageKind } from './passages.ts';

/** One passage that holds one of the words asked for. */
export interface Hit {
	/** Position of the word in the question, from 0. */
	readonly word: number;
	readonly passage: string;
	readonly kind: PassageKind;
	readonly address: string;
	readonly anchor: string | null;
	/** How much the passage is about the word: title before heading before text. */
	readonly rank: number;
}

export interface Found {
	readonly passage: string;
	readonly score: number;
}

/** A question is a sentence somebody wrote for this very need; a word explains, and seldom answers. */
const WEIGHT: Readonly<Record<PassageKind, number>> = {
	counter: 1.5,
	chapter: 1.2,
	question: 1,
	page: 1.2,
	word: 0.7
};

/**
 * Orders what was found: passages that hold more of the words first, rare words counting more than common ones
 * (logarithm of how few passages hold them). One result a page for chapters and tools; words, questions and counters
 * are each their own place.
 *
 * @param total how many passages there are in the language
 * @param limit most results given
 */
export function orderFound(hits: readonly Hit[], total: number, limit = 10): Found[] {
	const holders = new Map<number, Set<string>>();
	for (const { word, passage } of hits) {
		holders.set(word, (holders.get(word) ?? new Set()).add(passage));
	}
	const rarity = (word: number) => Math.log(1 + total / (holders.get(word)?.size ?? 1));
	const scores = new Map<string, { hit: Hit; score: number }>();
	for (const hit of hits) {
		const before = scores.get(hit.passage)?.score ?? 0;
		const part = WEIGHT[hit.kind] * rarity(hit.word) ** 2 * (0.3 + hit.rank);
		scores.set(hit.passage, { hit, score: before + part });
	}
	const best = [...scores.entries()]
		.map(([passage, { hit, score }]) => ({ passage, hit, score }))
		.sort((a, b) => b.score - a.score || (a.passage < b.passage ? -1 : 1));
	const places = new Set<string>();
	const found: Found[] = [];
	for (const { passage, hit, score } of best) {
		const place = placeOf(hit);
		if (places.has(place) || found.length === limit) continue;
		places.add(place);
		found.push({ passage, score });
	}
	return found;
}

const placeOf = ({ kind, address, anchor }: Hit) =>
	kind === 'word' || kind === 'question' ? `${address}#${anchor}` : address;
