import { plain } from '../counters/place-names.ts';

const LENGTH = 220;

/**
 * The part of a text that says why it was found: a whole number of words around the first word asked for.
 * @param words words asked for, as typed
 */
export function cutPassage(text: string, words: readonly string[]): string {
	if (text.length <= LENGTH) return text;
	const first = firstMatch(text, words);
	const from = first < LENGTH / 3 ? 0 : startOfWord(text, first - LENGTH / 3);
	const to = from + LENGTH >= text.length ? text.length : endOfWord(text, from + LENGTH);
	return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}

/** Accents do not matter; the beginning of a word is enough ("renouvel" finds "renouveler"). */
function firstMatch(text: string, words: readonly string[]): number {
	const stems = words.map((word) => stem(word)).filter((word) => word.length > 2);
	for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
		const simple = stem(word);
		if (
			stems.some(
				(asked) => simple.startsWith(asked) || (asked.startsWith(simple) && simple.length > 4)
			)
		)
			return index;
	}
	return 0;
}

/** Without accents; other alphabets as they are, whose letters `plain` would drop. */
function stem(word: string): string {
	const simple = plain(word) || word.toLowerCase();
	return simple.length > 5 ? simple.slice(0, -2) : simple;
}

const startOfWord = (text: string, at: number) => text.lastIndexOf(' ', at) + 1;

function endOfWord(text: string, at: number): number {
	const space = text.indexOf(' ', at);
	return space === -1 ? text.length : space;
}
