import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gathering } from '../../src/lib/server/db/gathering.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { staffAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { counter } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { newApplication, TESTING } from '../support/accounts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { askThroughWire, type Wire } from '../support/pages/database-wire.ts';

let database: TestDatabase;
let wire: Wire;
let applicationId: string;

beforeAll(async () => {
	database = await testDatabase();
	({ applicationId } = await newApplication());
	await unitOfWork(TESTING, (tx) =>
		tx.insert(staffAccount).values({
			email: 'agent@exemple.test',
			name: 'Agent fictif',
			role: 'agent',
			passwordHash: '-',
			totpSecret: new Uint8Array([0, 127, 255]),
			createdAt: Temporal.Instant.from('2026-11-23T06:00:00Z')
		})
	);
	wire = await askThroughWire(database.url);
});
afterAll(async () => {
	await database.drop();
	await wire.stop();
});

/** Days, instants, numbers, bytes, nothing at all, a join with two tables, a count. */
function everyKind(tx: Tx) {
	return Promise.all([
		tx.select().from(application).where(eq(application.id, applicationId)),
		tx.select().from(staffAccount),
		tx
			.select({ person, application })
			.from(person)
			.leftJoin(application, eq(application.id, person.applicationId))
			.where(eq(person.applicationId, applicationId)),
		tx.select({ id: counter.id }).from(counter).where(eq(counter.slug, 'nowhere')),
		tx.$count(counter)
	]);
}

test('who asks together is told the same as who asks apart', async () => {
	const apart = await unitOfWork(TESTING, everyKind);
	const together = await unitOfWork(TESTING, (tx) => gathering(tx, everyKind));
	expect(together).toEqual(apart);
	expect(together[0][0]!.filedOn).toBeInstanceOf(Temporal.PlainDate);
	expect(together[1][0]!.totpSecret).toEqual(new Uint8Array([0, 127, 255]));
});

test('five questions asked together are one statement, in two trips with the commit', async () => {
	wire.look();
	await unitOfWork(TESTING, (tx) => gathering(tx, everyKind));
	const { statements, trips } = wire.look();
	expect(statements).toHaveLength(1);
	expect(trips).toBe(2);
});

test('what writes goes as it is, and what is asked after it sees it', async () => {
	const name = await unitOfWork(TESTING, (tx) =>
		gathering(tx, async (gathered) => {
			await gathered.update(person).set({ lastName: 'Fictive' });
			const [[found]] = await Promise.all([
				gathered.select({ name: person.lastName }).from(person),
				gathered.$count(person)
			]);
			return found!.name;
		})
	);
	expect(name).toBe('Fictive');
});

test('who is refused leaves nobody asking on a connection that is lent to others', async () => {
	let slowest = 0;
	const slow = async (tx: Tx) => {
		for (let times = 0; times < 3; times += 1) {
			await tx.$count(counter);
			slowest += 1;
		}
	};
	const refused = async (tx: Tx) => {
		await tx.$count(person);
		throw new Error('refused');
	};
	const work = unitOfWork(TESTING, (tx) =>
		gathering(tx, (gathered) => Promise.all([refused(gathered), slow(gathered)]))
	);
	await expect(work).rejects.toThrow('refused');
	expect(slowest).toBe(3);
});

test('one question that PostgreSQL cannot answer fails them all, and nothing is left open', async () => {
	const work = unitOfWork(TESTING, (tx) =>
		gathering(tx, (gathered) =>
			Promise.all([
				gathered.$count(person),
				gathered.select().from(person).where(eq(person.id, 'no identifier'))
			])
		)
	);
	await expect(work).rejects.toThrow();
	expect(await unitOfWork(TESTING, (tx) => tx.$count(person))).toBe(1);
});
