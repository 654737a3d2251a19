import { EDITIONS, isChapter, type Edition } from '../src/lib/domain/guide/chapters.ts';
import { BadText } from '../src/lib/server/guide/bad-text.ts';
import { deadLinks, isAnswered } from '../src/lib/server/guide/dead-links.ts';
import { wordsUsed } from '../src/lib/server/guide/glossary-of-page.ts';
import { letters } from '../src/lib/server/guide/letters.ts';
import { chaptersOf, procedures, questionsOf, wordsOf } from '../src/lib/server/guide/library.ts';
import { command } from './command.ts';
import { pagesOf } from './pages.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads every text of the guide, of the procedures and of the letters, in every language, as the pages will.
 * @throws Refusal naming the file and what is wrong with it: a link that leads nowhere, a source or a day that is
 * missing, a heading that jumps a level, a picture without its text, a word that the glossary does not explain
 */
export function checkTexts(): void {
	const pages = new Set(pagesOf('src/routes'));
	try {
		for (const edition of EDITIONS) checkEdition(edition, pages);
		for (const { slug, blocks } of procedures())
			inFile(`procedures/${slug}.md`, () => refuse(deadLinks(blocks, pages)));
		letters();
	} catch (cause) {
		throw cause instanceof BadText ? new Refusal(cause.message) : cause;
	}
}

function checkEdition(edition: Edition, pages: ReadonlySet<string>): void {
	const words = wordsOf(edition);
	for (const { slug, blocks } of chaptersOf(edition)) {
		inFile(`guide/${edition}/${slug}.md`, () => {
			wordsUsed(blocks, words);
			refuse(deadLinks(blocks, pages));
		});
	}
	const more = questionsOf(edition).map((question) => question.more);
	const dead = more.filter((to) => !isChapter(to) && !isAnswered(to, pages));
	inFile(`guide/${edition}/questions.yaml`, () => refuse(dead));
}

function refuse(dead: readonly string[]): void {
	if (dead.length > 0) throw new BadText(`a link leads nowhere: ${dead.join(', ')}`);
}

function inFile(file: string, check: () => void): void {
	try {
		check();
	} catch (cause) {
		throw cause instanceof BadText ? new BadText(`${file}: ${cause.message}`) : cause;
	}
}

if (import.meta.main) await command(() => Promise.resolve(checkTexts()));
