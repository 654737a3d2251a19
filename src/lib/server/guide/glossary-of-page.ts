import { deepInlines, inlinesOf, type Block } from '../../domain/guide/blocks.ts';
import type { Word } from '../../domain/guide/chapter.ts';
import { BadText } from './bad-text.ts';

/**
 * The words of the glossary that a text uses, in the order in which they are met, each once.
 * @throws BadText when it uses a word that the glossary does not have
 */
export function wordsUsed(blocks: readonly Block[], words: readonly Word[]): Word[] {
	const used = new Set<string>();
	for (const inline of deepInlines(blocks.flatMap(inlinesOf))) {
		if (inline.kind === 'term') used.add(inline.slug);
	}
	return [...used].map((slug) => {
		const word = words.find((entry) => entry.slug === slug);
		if (!word) throw new BadText(`the glossary has no "${slug}"`);
		return word;
	});
}
