import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Agent } from '../../src/lib/domain/accounts/actor.ts';
import { builtForActor } from '../../src/lib/server/applications/access.ts';
import { applicationById } from '../../src/lib/server/applications/queries.ts';
import { today } from '../../src/lib/server/clock.ts';
import { built, type Given } from '../../src/lib/server/db/built.ts';
import { gathering } from '../../src/lib/server/db/gathering.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { newApplication, TESTING } from '../support/accounts.ts';
import { makeRequest } from '../support/agents/territory.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { askThroughWire, type Wire } from '../support/pages/database-wire.ts';
import { agentOf } from '../support/papers/household.ts';

let database: TestDatabase;
let wire: Wire;
let maria: string;
let other: string;
let ofAntibes: string;
let antibes: Agent;
let valbonne: Agent;

beforeAll(async () => {
	database = await testDatabase();
	({ applicationId: maria } = await newApplication());
	({ applicationId: other } = await newApplication());
	antibes = await agentOf('antibes');
	valbonne = await agentOf('valbonne');
	ofAntibes = await makeRequest({
		uniqueNumber: '006012600000901F06',
		firstName: 'Hélène',
		lastName: 'Exemple',
		insee: '06004'
	});
	wire = await askThroughWire(database.url);
});
afterAll(async () => {
	await database.drop();
	await wire.stop();
});

const byId = built((tx, { id }: Given<'id'>) =>
	tx.select({ id: application.id }).from(application).where(eq(application.id, id))
);
const ask = <T>(work: (tx: Tx) => Promise<T>) => unitOfWork(TESTING, (tx) => gathering(tx, work));

test('a question asked of two people at once is one statement, and each is told their own', async () => {
	wire.look();
	const answers = await ask((tx) =>
		Promise.all([byId(tx, { id: maria }), byId(tx, { id: other }), byId(tx, { id: maria })])
	);
	expect(answers).toEqual([[{ id: maria }], [{ id: other }], [{ id: maria }]]);
	expect(wire.look().statements).toHaveLength(1);
});

test('whoever asks after another on the same connection is answered with their own values', async () => {
	for (const id of [other, maria, other])
		expect(await ask((tx) => Promise.all([byId(tx, { id }), byId(tx, { id: maria })]))).toEqual([
			[{ id }],
			[{ id: maria }]
		]);
});

test('days, instants, lists and nothing at all mean what they mean in a question built anew', async () => {
	const [day, ids] = [today(), [maria, other]];
	const asked = built((tx, given: Given<'day' | 'before' | 'ids' | 'state'>) =>
		tx
			.select()
			.from(application)
			.where(
				and(
					gte(application.filedOn, given.day),
					lte(application.createdAt, given.before),
					sql`${application.id} = any(${given.ids})`,
					or(sql`${given.state}::text is null`, sql`${application.state}::text = ${given.state}`)
				)
			)
			.orderBy(asc(application.id))
	);
	const before = Temporal.Instant.from('2100-01-01T00:00:00Z');
	const [anew, all, none] = await ask((tx) =>
		Promise.all([
			tx
				.select()
				.from(application)
				.where(inArray(application.id, ids))
				.orderBy(asc(application.id)),
			asked(tx, { day, before, ids, state: null }),
			asked(tx, { day: day.add({ days: 1 }), before, ids, state: 'registered' })
		])
	);
	expect(all).toHaveLength(2);
	expect(all).toEqual(anew);
	expect(none).toEqual([]);
});

const seen = builtForActor((tx, visible) =>
	tx.select({ id: application.id }).from(application).where(visible).orderBy(asc(application.id))
);
const seenBy = async (actor: Actor) =>
	(await unitOfWork(actor, (tx) => seen(tx, actor))).map(({ id }) => id);
const applicant = (applicationId: string): Actor => ({
	kind: 'applicant',
	accountId: '0198c0de-0000-7000-8000-000000000001',
	applicationId
});

test('two applicants in turn see their own request alone', async () => {
	expect(await seenBy(applicant(maria))).toEqual([maria]);
	expect(await seenBy(applicant(other))).toEqual([other]);
	const theirs = unitOfWork(applicant(other), (tx) => applicationById(tx, applicant(other), maria));
	await expect(theirs).rejects.toThrow('application');
});

test('two agents of one counter each, in turn, see their own territory alone', async () => {
	expect(await seenBy(antibes)).toEqual([ofAntibes]);
	expect(await seenBy(valbonne)).toEqual([]);
	expect(await seenBy({ ...valbonne, counterIds: [] })).toEqual([]);
	const both = { ...valbonne, counterIds: [...valbonne.counterIds, ...antibes.counterIds] };
	expect(await seenBy(both)).toEqual([ofAntibes]);
});

test('the head of service sees every request, a visitor and a helper without a mandate none', async () => {
	const head: Agent = { ...antibes, role: 'head', counterIds: [] };
	expect(await seenBy(head)).toEqual([maria, other, ofAntibes].sort());
	expect(await seenBy({ kind: 'visitor' })).toEqual([]);
	const helper = { kind: 'helper', accountId: maria, name: 'Aide fictive', mandate: null } as const;
	expect(await seenBy(helper)).toEqual([]);
});
