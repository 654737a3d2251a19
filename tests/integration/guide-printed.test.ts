import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/lib/domain/guide/chapters.ts';
import type { Locale } from '../../src/lib/paraglide/runtime.js';
import { composeGuide } from '../../src/lib/server/guide/compose-pdf.ts';
import { chapterIn, chaptersOf, wordsOf } from '../../src/lib/server/guide/library.ts';
import { writeProof } from '../../src/lib/server/proofs/pdf/write-proof.ts';
import { readPdf } from '../support/read-pdf.ts';

const printed = async (language: Locale, edition: Edition = language) => {
	const chapter = chapterIn(edition, 'offre')!;
	const guide = { title: chapter.title, language, chapters: [chapter], words: wordsOf(edition) };
	const pdf = await readPdf(await buffer(writeProof(composeGuide(guide))));
	return { chapter, pdf };
};
const letters = (text: string) => text.replace(/\s+/g, '');

describe('a chapter on paper', () => {
	it.each(['fr', 'en', 'it', 'pt', 'uk'] as const)(
		'is read by another program, tagged, in its language: %s',
		async (language) => {
			const { chapter, pdf } = await printed(language);
			expect(pdf.isMarked).toBe(true);
			expect(pdf.title).toBe(chapter.title);
			expect(pdf.language).toMatch(new RegExp(`^${language}`));
			expect(letters(pdf.text)).toContain(letters(chapter.title));
			expect(letters(pdf.text)).toContain(letters(chapter.summary));
			expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'LBody']));
			// Every source stands on it, and no letter is missing from its face.
			for (const source of chapter.sources) expect(letters(pdf.text)).toContain(letters(source));
			expect(pdf.text).not.toContain('\ufffd');
		}
	);

	it('in Arabic says what is read where the signs stand in another order', async () => {
		const { chapter, pdf } = await printed('ar');
		expect(pdf.readAloud.join(' ')).toContain(chapter.title);
	});

	it('of the simple version is in French', async () => {
		const { chapter, pdf } = await printed('fr', 'fr-simple');
		expect(letters(pdf.text)).toContain(letters(chapter.title));
	});

	it('of a translation says that nobody has proof-read it, and of the French does not', async () => {
		const { pdf } = await printed('en');
		expect(pdf.text).toContain('not yet proof-read');
		expect((await printed('fr')).pdf.text).not.toContain('pas encore relu');
	});
});

it('the whole guide is one booklet with every chapter and its words once', async () => {
	const chapters = chaptersOf('fr');
	const guide = { title: 'Le guide', language: 'fr', chapters, words: wordsOf('fr') } as const;
	const pdf = await readPdf(await buffer(writeProof(composeGuide(guide))));
	const text = letters(pdf.text);
	for (const { title } of chapters) expect(text).toContain(letters(title));
	expect(pdf.pages.length).toBeGreaterThan(chapters.length);
	expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
});
