import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawings } from '../src/lib/components/drawings.ts';
import { deepInlines, inlinesOf, type Block } from '../src/lib/domain/guide/blocks.ts';
import { CHAPTERS, EDITIONS, isChapter } from '../src/lib/domain/guide/chapters.ts';
import { wordsUsed } from '../src/lib/server/guide/glossary-of-page.ts';
import { chaptersOf, procedures, questionsOf, wordsOf } from '../src/lib/server/guide/library.ts';

const root = resolve(import.meta.dirname, '..');
const present = EDITIONS.filter((edition) => existsSync(join(root, 'content/guide', edition)));

const hrefs = (blocks: readonly Block[]) =>
	deepInlines(blocks.flatMap(inlinesOf)).flatMap((inline) =>
		inline.kind === 'link' ? [inline.href] : []
	);

/** Addresses that pages of this site answer to: every folder of routes with a page, parameters aside. */
function pagesOf(folder: string, path = ''): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		if (entry.name === '+page.svelte') return [path === '' ? '/' : path];
		if (!entry.isDirectory()) return [];
		const part = entry.name.startsWith('(') ? '' : `/${entry.name}`;
		return pagesOf(join(folder, entry.name), path + part);
	});
}

describe('the guide', () => {
	it('has every chapter in French', () => {
		expect(chaptersOf('fr').map(({ slug }) => slug)).toEqual([...CHAPTERS]);
	});

	it('explains at least eighty words and answers at least thirty questions', () => {
		expect(wordsOf('fr').length).toBeGreaterThanOrEqual(80);
		expect(questionsOf('fr').length).toBeGreaterThanOrEqual(30);
	});

	it.each(present)('uses, in edition %s, only words that its glossary explains', (edition) => {
		const words = wordsOf(edition);
		for (const { blocks } of chaptersOf(edition)) {
			expect(() => wordsUsed(blocks, words)).not.toThrow();
		}
		expect(words.map(({ slug }) => slug).toSorted()).toEqual(
			wordsOf('fr')
				.map(({ slug }) => slug)
				.toSorted()
		);
	});

	it.each(present)('leads, in edition %s, only to pages that exist', (edition) => {
		const pages = new Set(pagesOf('src/routes'));
		const dead = chaptersOf(edition).flatMap(({ slug, blocks }) =>
			hrefs(blocks)
				.filter((href) => href.startsWith('/'))
				.map((href) => href.split(/[?#]/)[0]!)
				.filter((href) => {
					const chapter = /^\/guide\/([a-z-]+)$/.exec(href)?.[1];
					return chapter ? !isChapter(chapter) && !pages.has(href) : !pages.has(href);
				})
				.map((href) => `${slug} → ${href}`)
		);
		expect(dead).toEqual([]);
	});

	it.each(present)('leads, in edition %s, each question to a page that exists', (edition) => {
		const pages = new Set(pagesOf('src/routes'));
		const dead = questionsOf(edition).filter(({ more }) => !isChapter(more) && !pages.has(more));
		expect(dead).toEqual([]);
	});

	it.each(present)('shows, in edition %s, only drawings that exist', (edition) => {
		const named = chaptersOf(edition)
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) => (block.kind === 'picture' ? [block.drawing] : []));
		expect(named.filter((name) => !Object.hasOwn(drawings, name))).toEqual([]);
	});

	it.each(present)('is to be checked again after it was checked, in edition %s', (edition) => {
		for (const { slug, checked, next_check: next } of chaptersOf(edition)) {
			expect(Temporal.PlainDate.compare(next, checked), slug).toBe(1);
		}
	});

	it.each(present)('says the same as the French, section by section, in edition %s', (edition) => {
		if (edition === 'fr-simple') return expect(chaptersOf(edition).length).toBeGreaterThan(0);
		const sections = (blocks: readonly Block[]) =>
			blocks.filter((block) => block.kind === 'heading').length;
		for (const chapter of chaptersOf(edition)) {
			const french = chaptersOf('fr').find(({ slug }) => slug === chapter.slug)!;
			expect(sections(chapter.blocks), chapter.slug).toBe(sections(french.blocks));
			expect(chapter.sources, chapter.slug).toEqual(french.sources);
		}
	});
});

describe('the procedures of the staff', () => {
	it('are all there, with their sources and a day to check them again', () => {
		expect(procedures().length).toBeGreaterThanOrEqual(8);
		for (const { slug, checked, next_check: next } of procedures()) {
			expect(Temporal.PlainDate.compare(next, checked), slug).toBe(1);
		}
	});
});
