import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** A part of a line written in one direction; its letters in the order in which they are read. */
export type Run = { text: string; isRightToLeft: boolean };

/** Hebrew, Arabic and their presentation forms: without one, a line simply runs from left to right. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;

/**
 * The parts of one line from left to right as they stand on paper (Unicode bidirectional algorithm, UAX #9): an hour
 * or a name in Latin letters inside an Arabic sentence keeps its own order.
 * @param base the direction of the paragraph
 */
export function visualRuns(line: string, base: 'ltr' | 'rtl'): Run[] {
	if (line === '') return [];
	if (base === 'ltr' && !RIGHT_TO_LEFT.test(line)) return [{ text: line, isRightToLeft: false }];
	const embedding = bidi.getEmbeddingLevels(line, base);
	const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
	const runs: (Run & { level: number })[] = [];
	for (let index = 0; index < line.length; index++) {
		const level = embedding.levels[index] ?? 0;
		const text = mirrored.get(index) ?? line.charAt(index);
		const last = runs.at(-1);
		if (last?.level === level) last.text += text;
		else runs.push({ text, level, isRightToLeft: level % 2 === 1 });
	}
	return inVisualOrder(runs).map(({ text, isRightToLeft }) => ({
		// The shaper turns Arabic round by itself; signs alone have no script that would tell it to.
		text: isRightToLeft && !ARABIC.test(text) ? [...text].reverse().join('') : text,
		isRightToLeft
	}));
}

/** Rule L2, on runs instead of characters: from the highest level down, whatever stands at it or above is reversed. */
function inVisualOrder<T extends { level: number }>(runs: readonly T[]): T[] {
	const levels = runs.map(({ level }) => level);
	const ordered = [...runs];
	for (let level = Math.max(...levels); level >= 1; level--) {
		for (let from = 0; from < ordered.length; from++) {
			let until = from;
			while (until < ordered.length && ordered[until]!.level >= level) until++;
			ordered.splice(from, until - from, ...ordered.slice(from, until).reverse());
			from = until;
		}
	}
	return ordered;
}

/** Whether a text is read from right to left: by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
	if (!RIGHT_TO_LEFT.test(text)) return false;
	const first = bidi.getEmbeddingLevels(text, 'auto').paragraphs[0];
	return first !== undefined && first.level % 2 === 1;
}
