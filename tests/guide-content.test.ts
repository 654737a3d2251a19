import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawings } from '../src/lib/components/drawings.ts';
import type { Block } from '../src/lib/domain/guide/blocks.ts';
import { CHAPTERS, EDITIONS } from '../src/lib/domain/guide/chapters.ts';
import { wordsUsed } from '../src/lib/server/guide/glossary-of-page.ts';
import { chaptersOf, procedures, questionsOf, wordsOf } from '../src/lib/server/guide/library.ts';

const root = resolve(import.meta.dirname, '..');
const present = EDITIONS.filter((edition) => existsSync(join(root, 'content/guide', edition)));

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

	it.each(present)('shows, in edition %s, only drawings that exist', (edition) => {
		const named = chaptersOf(edition)
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) => (block.kind === 'picture' ? [block.drawing] : []));
		expect(named.filter((name) => !Object.hasOwn(drawings, name))).toEqual([]);
	});

	it('has a picture in every chapter of the plain version', () => {
		const bare = chaptersOf('fr-simple')
			.filter(({ blocks }) => !blocks.some(({ kind }) => kind === 'picture'))
			.map(({ slug }) => slug);
		expect(bare).toEqual([]);
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

	it('are each one step from the screen where they apply', () => {
		const screens = readdirSync(join(root, 'src/routes/(staff)'), { recursive: true })
			.map((name) => String(name))
			.filter((name) => name.endsWith('.svelte'))
			.map((name) => readFileSync(join(root, 'src/routes/(staff)', name), 'utf8'));
		const linked = screens.flatMap((text) =>
			[...text.matchAll(/<ProcedureLink procedure="([a-z-]+)"/g)].map(([, slug]) => slug)
		);
		expect([...new Set(linked)].toSorted()).toEqual(
			procedures()
				.map(({ slug }) => slug)
				.toSorted()
		);
	});
});
