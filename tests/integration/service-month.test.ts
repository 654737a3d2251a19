import { afterAll, beforeAll, expect, it } from 'vitest';
import { VISITOR, system } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { guideFeedback } from '../../src/lib/server/db/schema/guide.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { serviceMonth } from '../../src/lib/server/figures/service-month.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
	setClock('2026-12-01T00:30:00+01:00');
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const read = () => unitOfWork(VISITOR, serviceMonth);
const answers = (day: string, useful: number, notUseful: number) =>
	unitOfWork(system('test'), (tx) =>
		tx.insert(guideFeedback).values({
			...{ day: Temporal.PlainDate.from(day), page: `page-${day}`, locale: 'fr' },
			...{ useful, notUseful }
		})
	);

it('the month is the last one that is over in Paris', async () => {
	expect((await read()).month.toString()).toBe('2026-11-01');
});

it('under eleven cases nothing is told, from eleven on a share of them', async () => {
	await answers('2026-11-01', 8, 2);
	expect((await read()).useful).toBeNull();
	await answers('2026-11-30', 1, 0);
	expect((await read()).useful).toBe(82);
});

it('other months do not count', async () => {
	await answers('2026-10-31', 500, 0);
	await answers('2026-12-01', 500, 0);
	expect((await read()).useful).toBe(82);
	expect(await read()).toMatchObject({ appointments: null, papers: null, daysToCheck: null });
});
