/**
 * How easy a French text is to read, by Kandel and Moles' adaptation of Flesch's formula (1958):
 * 207 − 1.015 × words a sentence − 73.6 × syllables a word. Above 80: easy; 60: ordinary; under 40: hard.
 * A line counts as a sentence even without a full stop: a heading, an item of a list.
 */
export function kandelMoles(lines: readonly string[]): number {
	const sentences = lines.flatMap((line) => line.split(/[.!?…]+/)).filter(hasWord).length;
	const words = lines.flatMap((line) => line.match(WORD) ?? []);
	if (sentences === 0 || words.length === 0) return 0;
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	return 207 - 1.015 * (words.length / sentences) - 73.6 * (syllables / words.length);
}

/** "l’avis" is said as one word. */
const WORD = /\p{L}+(?:[’'-]\p{L}+)*/gu;
const hasWord = (text: string) => /\p{L}/u.test(text);

/** Groups of vowels; the mute endings of French (-e, -es, -ent) are not heard. At least one. */
export function syllablesOf(word: string): number {
	const simple = word
		.toLowerCase()
		.normalize('NFD')
		.replace(/e\u0301/g, 'É')
		.replace(/[^\p{L}]/gu, '');
	const heard = simple.length > 3 ? simple.replace(/(?:e|es|ent)$/, '') : simple;
	return Math.max(1, heard.match(/[aeiouyÉ]+/g)?.length ?? 0);
}
