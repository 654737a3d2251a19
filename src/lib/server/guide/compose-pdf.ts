import type { Block } from '../../domain/guide/blocks.ts';
import type { Chapter, Word } from '../../domain/guide/chapter.ts';
import { printedText } from '../../domain/guide/plain-text.ts';
import { dateInWords } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../../paraglide/runtime.js';
import type { Proof, ProofBlock } from '../proofs/proof.ts';
import { wordsUsed } from './glossary-of-page.ts';

/** What is printed of the guide: one chapter, or several as one booklet. */
export type PrintedGuide = {
	title: string;
	/** The language of the texts. */
	language: Locale;
	chapters: readonly Chapter[];
	/** The glossary: what the chapters use of it stands at the end. */
	words: readonly Word[];
};

const said = (text: string) => ({ fr: text });

/** The guide as sheets of paper: the texts, the words they use, where they come from and how old they are. */
export function composeGuide({ title, language, chapters, words }: PrintedGuide): Proof {
	const [only] = chapters.length === 1 ? chapters : [];
	const checked = chapters.map((chapter) => chapter.checked).sort()[0]!;
	const locale = { locale: language };
	const date = dateInWords(Temporal.PlainDate.from(checked), language);
	const used = wordsUsed(
		chapters.flatMap(({ blocks }) => blocks),
		words
	);
	return {
		title: said(title),
		subtitle: said(only?.summary ?? m.guide_pdf_whole({}, locale)),
		besideLanguage: null,
		language,
		footer: m.guide_pdf_footer({ date }, locale),
		blocks: [
			...notProofread(chapters, language),
			...chapters.flatMap((chapter) =>
				only ? bodyOf(chapter, language) : [chapterSection(chapter, language)]
			),
			...(used.length > 0 ? [wordsSection(used, language)] : [])
		]
	};
}

/** A translation that nobody has proof-read says so on paper as on the screen. */
function notProofread(chapters: readonly Chapter[], language: Locale): ProofBlock[] {
	if (language === 'fr' || chapters.every(({ proofread_by }) => proofread_by !== null)) return [];
	return [{ kind: 'notice', texts: [said(m.guide_not_proofread({}, { locale: language }))] }];
}

function chapterSection(chapter: Chapter, language: Locale): ProofBlock {
	const lead: ProofBlock = { kind: 'text', text: said(chapter.summary), muted: true };
	const title = said(chapter.title);
	return { kind: 'section', title, blocks: [lead, ...bodyOf(chapter, language)] };
}

function bodyOf(chapter: Chapter, language: Locale): ProofBlock[] {
	const locale = { locale: language };
	const list = (heading: string, items: readonly string[]): ProofBlock[] =>
		items.length === 0
			? []
			: [
					{ kind: 'heading', title: said(heading) },
					{ kind: 'list', items: items.map(said) }
				];
	return [
		...chapter.blocks.flatMap((block) => printed(block, language)),
		...list(m.guide_pdf_to_confirm({}, locale), chapter.to_confirm),
		...list(m.guide_sources({}, locale), chapter.sources)
	];
}

function printed(block: Block, language: Locale): ProofBlock[] {
	const words = (inlines: Parameters<typeof printedText>[0]) =>
		said(printedText(inlines, m.shell_to_confirm({}, { locale: language })));
	switch (block.kind) {
		case 'heading':
			return [{ kind: 'heading', title: words(block.inlines) }];
		case 'paragraph':
			return [{ kind: 'text', text: words(block.inlines) }];
		case 'list':
			return [
				{ kind: 'list', items: block.items.map((item, at) => itemOf(item, at, block.ordered)) }
			];
		case 'note':
			return [{ kind: 'notice', texts: block.blocks.flatMap((each) => textsIn(each)) }];
		case 'table':
			return [
				{
					kind: 'list',
					items: block.rows.map((row) =>
						said(
							row
								.map((cell, at) => `${words(block.head[at] ?? []).fr} : ${words(cell).fr}`)
								.join(' · ')
						)
					)
				}
			];
		case 'picture':
			return [];
	}

	function textsIn(each: Block) {
		return printed(each, language).flatMap((part) =>
			part.kind === 'text' ? [part.text] : part.kind === 'list' ? part.items : []
		);
	}

	function itemOf(item: readonly Block[], at: number, ordered: boolean) {
		const text = item
			.flatMap(textsIn)
			.map(({ fr }) => fr)
			.join(' ');
		return said(ordered ? `${at + 1}. ${text}` : text);
	}
}

function wordsSection(words: readonly Word[], language: Locale): ProofBlock {
	return {
		kind: 'section',
		title: said(m.guide_words_here({}, { locale: language })),
		blocks: [
			{ kind: 'list', items: words.map(({ term, meaning }) => said(`${term}\u00a0: ${meaning}`)) }
		]
	};
}
