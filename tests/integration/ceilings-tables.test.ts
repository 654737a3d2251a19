import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedReference } from '../../drizzle/seed/reference.ts';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import type { CeilingTable } from '../../src/lib/domain/ceilings/tables.ts';
import { ceilingTablesOf } from '../../src/lib/server/ceilings/queries.ts';
import { setCeilings } from '../../src/lib/server/ceilings/set-ceilings.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { ceilingTable } from '../../src/lib/server/db/schema/ceilings.ts';
import { agentOf, as, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let agent: Agent;
let head: Agent;
beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
	head = await agentOf('antibes', 'head');
});
afterAll(() => database.drop());

const plus2027: CeilingTable = {
	programme: 'PLUS',
	year: 2027,
	amounts: [24_000, 32_000, 38_000, 46_000, 54_000, 61_000, 6_800],
	nature: 'official',
	source: 'Arrêté inventé pour un essai',
	confirmed: true
};
const set = (actor: Actor, table: CeilingTable) => as(actor, (tx) => setCeilings(tx, actor, table));
const inForce = (year: number) => as(VISITOR, (tx) => ceilingTablesOf(tx, year));

describe('a visitor', () => {
	it('reads the ceilings of the year from the reference data', async () => {
		const tables = await inForce(2026);
		expect(tables.map(({ programme, nature }) => [programme, nature])).toEqual([
			['PLAI', 'extrapolated'],
			['PLUS', 'official'],
			['PLS', 'computed']
		]);
	});

	it('writes none, nor does an agent', async () => {
		expect(await outcomeOf(set(VISITOR, plus2027))).toBe('Refused');
		expect(await outcomeOf(set(agent, plus2027))).toBe('Refused');
		expect((await inForce(2027)).map(({ year }) => year)).toEqual([2026, 2026, 2026]);
	});
});

describe('the head of service', () => {
	it('writes a year, which holds from its first day, and the journal keeps the amounts', async () => {
		await set(head, plus2027);
		expect((await inForce(2027)).find(({ programme }) => programme === 'PLUS')).toMatchObject(
			plus2027
		);
		expect((await inForce(2026)).map(({ year }) => year)).toEqual([2026, 2026, 2026]);
		const lines = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, 'PLUS 2027'))
		);
		expect(lines).toMatchObject([
			{ action: 'set-ceilings', detail: { amounts: plus2027.amounts.join(' ') } }
		]);
	});

	it('corrects it, and the next start of the software leaves the correction alone', async () => {
		await set(head, { ...plus2027, year: 2026, source: 'Relu', amounts: plus2027.amounts });
		await seedReference();
		const [plus] = (await inForce(2026)).filter(({ programme }) => programme === 'PLUS');
		expect(plus?.source).toBe('Relu');
	});

	it('cannot write a ceiling that falls, nor confirm a guess', async () => {
		const falling = { ...plus2027, amounts: plus2027.amounts.with(1, 1) };
		expect(await outcomeOf(set(head, falling))).toBe('ceilings-not-rising');
		const guess = { ...plus2027, nature: 'extrapolated' as const };
		expect(await outcomeOf(set(head, guess))).toBe('extrapolated-not-confirmed');
	});
});

it('the database itself refuses a table with an amount missing', async () => {
	const { amounts, ...rest } = plus2027;
	const row = { ...rest, year: 2030, updatedAt: Temporal.Instant.from('2030-01-01T00:00:00Z') };
	const short = as(TESTING, (tx) =>
		tx.insert(ceilingTable).values({ ...row, amounts: amounts.slice(1) })
	);
	await expect(short).rejects.toThrow();
});
