import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, system } from '../../src/lib/domain/accounts/actor.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { indexTexts } from '../../src/lib/server/guide/index-texts.ts';
import { searchTexts } from '../../src/lib/server/guide/search-texts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { TYPED_ABROAD } from '../support/guide/typed-questions-abroad.ts';
import { TYPED_QUESTIONS } from '../support/guide/typed-questions.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());

const search = (question: string, locale = 'fr') =>
	unitOfWork(VISITOR, (tx) => searchTexts(tx, VISITOR, { question, locale }));

/** The chapters that a question leads to first. */
async function firstPages(question: string, locale: string): Promise<string[]> {
	const found = await search(question, locale);
	const chapters = found.filter(({ kind }) => kind === 'chapter').map(({ address }) => address);
	return chapters.slice(0, 3);
}

type Typed = readonly (readonly [typed: string, page: string])[];

/** The questions whose chapter is not among the first three. */
async function missedIn(locale: string, questions: Typed): Promise<string[]> {
	const missed: string[] = [];
	for (const [typed, page] of questions) {
		const pages = await firstPages(typed, locale);
		if (!pages.includes(page)) missed.push(`${typed} → ${pages.join(', ')}`);
	}
	return missed;
}

describe('somebody who looks for something', () => {
	it('finds the right chapter among the first three, for nine questions in ten', async () => {
		const missed = await missedIn('fr', TYPED_QUESTIONS);
		expect(TYPED_QUESTIONS.length).toBeGreaterThanOrEqual(60);
		expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(TYPED_QUESTIONS.length / 10);
	});

	it.each(Object.entries(TYPED_ABROAD))(
		'finds it in their own language too, nine times in ten: %s',
		async (locale, questions) => {
			const missed = await missedIn(locale, questions);
			expect(questions.length).toBeGreaterThanOrEqual(15);
			expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(questions.length / 10);
		}
	);

	it('finds the counter of their commune, whatever the spelling', async () => {
		for (const typed of ['antibes', 'Antibe', 'juan les pins', '06600']) {
			const found = await search(typed);
			expect(
				found.slice(0, 3).map(({ address }) => address),
				typed
			).toContain('/guichets/antibes');
		}
	});

	it('reads why each place was found, around the word they typed', async () => {
		const [first] = await search('commission de médiation');
		expect(first?.passage).toMatch(/médiation/);
	});

	it('gets nothing, and no fault, for an empty question, marks or a very long text', async () => {
		expect(await search('')).toEqual([]);
		expect(await search("'; -- %_ \\ & | ! ( ) :*")).toEqual([]);
		expect(Array.isArray(await search('logement '.repeat(5_000)))).toBe(true);
	});

	it('finds in Arabic too, by the questions’ own words', async () => {
		const found = await search('موعد', 'ar');
		expect(found.length).toBeGreaterThan(0);
	});
});

describe('the index of texts', () => {
	it('is made once, and again only when a text changed', async () => {
		const actor = system('test');
		expect(await unitOfWork(actor, (tx) => indexTexts(tx, actor))).toEqual([]);
	});

	it('is not for a visitor to make', async () => {
		await expect(unitOfWork(VISITOR, (tx) => indexTexts(tx, VISITOR))).rejects.toThrow('refused');
	});
});
