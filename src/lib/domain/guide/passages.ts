import type { Chapter, Question, Word } from './chapter.ts';
import { linesOf, textOf } from './plain-text.ts';

export const PASSAGE_KINDS = ['chapter', 'word', 'question', 'counter', 'page'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** A piece of text that a search may find, with where it stands. */
export interface Passage {
	readonly kind: PassageKind;
	/** Page without its language. */
	readonly address: string;
	/** Place on the page. */
	readonly anchor: string | null;
	readonly title: string;
	readonly heading: string | null;
	readonly body: string;
	/** Other words for the same thing: looked up, never shown. */
	readonly also: string;
}

/** A chapter cut at its headings: its summary first, then one passage a section. */
export function chapterPassages(chapter: Chapter): Passage[] {
	const page = {
		kind: 'chapter',
		address: `/guide/${chapter.slug}`,
		title: chapter.title
	} as const;
	const also = chapter.keywords.join(' ');
	const passages: { heading: string | null; anchor: string | null; lines: string[] }[] = [
		{ heading: null, anchor: null, lines: [chapter.summary] }
	];
	for (const block of chapter.blocks) {
		if (block.kind === 'heading') {
			passages.push({ heading: textOf(block.inlines), anchor: block.id, lines: [] });
		} else passages.at(-1)!.lines.push(...linesOf(block));
	}
	return passages.map(({ heading, anchor, lines }, index) => ({
		...page,
		heading,
		anchor,
		body: lines.join(' '),
		also: index === 0 ? also : ''
	}));
}

export const wordPassage = (word: Word): Passage => ({
	kind: 'word',
	address: '/guide/mots',
	anchor: `mot-${word.slug}`,
	title: word.term,
	heading: null,
	body: word.meaning,
	also: word.also.join(' ')
});

/** @param address page the question leads to on */
export const questionPassage = (question: Question): Passage => ({
	kind: 'question',
	address: '/guide/questions',
	anchor: question.slug,
	title: question.question,
	heading: null,
	body: question.answer,
	also: ''
});
