import { eq, getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { guideFeedback } from '../../src/lib/server/db/schema/guide.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { countFeedback } from '../../src/lib/server/guide/count-feedback.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
	setClock('2026-11-30T09:00:00Z');
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const say = (page: string, useful: boolean, locale = 'fr') =>
	unitOfWork(VISITOR, (tx) => countFeedback(tx, VISITOR, { page, locale, useful }));
const counted = (page: string) =>
	unitOfWork(VISITOR, (tx) => tx.select().from(guideFeedback).where(eq(guideFeedback.page, page)));

describe('"was this page useful?"', () => {
	it('counts each answer once, those given at the same moment too', async () => {
		await Promise.all([true, true, true, false].map((useful) => say('cotation', useful)));
		expect(await counted('cotation')).toMatchObject([{ useful: 3, notUseful: 1 }]);
	});

	it('counts by day and by language', async () => {
		await say('dalo', true);
		await say('dalo', false, 'ar');
		setClock('2026-12-01T09:00:00Z');
		await say('dalo', true);
		expect((await counted('dalo')).length).toBe(3);
	});

	it('keeps nothing of who answered', () => {
		expect(Object.keys(getTableColumns(guideFeedback)).toSorted()).toEqual(
			['day', 'locale', 'notUseful', 'page', 'useful'].toSorted()
		);
	});
});
