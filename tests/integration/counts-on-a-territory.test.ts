import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../drizzle/seed/demo.ts';
import type { Agent } from '../../src/lib/domain/accounts/actor.ts';
import {
	countRenewalsDue,
	listRenewalsDue
} from '../../src/lib/server/applications/renewals-due.ts';
import { countOpenProposals } from '../../src/lib/server/changes/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { unreadMessages } from '../../src/lib/server/conversations/unread-messages.ts';
import { gathering } from '../../src/lib/server/db/gathering.ts';
import { counter } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { countPapersToCheck, papersToCheck } from '../../src/lib/server/documents/queries.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';
import { countAnsweredOffers } from '../../src/lib/server/offers/offers-to-follow.ts';
import { countConfirmations } from '../../src/lib/server/renewals/queries.ts';
import { TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf } from '../support/papers/household.ts';
import { askThroughWire, type Wire } from '../support/pages/database-wire.ts';

let folder: string;
let database: TestDatabase;
let wire: Wire;
let agents: Agent[];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'territory-'));
	process.env['STORAGE_DIR'] = folder;
	database = await testDatabase();
	setClock('2026-11-23T10:20:00+01:00');
	await seedDemo();
	const one = await agentOf('antibes');
	const ids = await unitOfWork(TESTING, (tx) =>
		tx.select({ id: counter.id }).from(counter).orderBy(asc(counter.slug))
	);
	const each = ids.map(({ id }) => ({ ...one, counterIds: [id] }));
	const several = { ...one, counterIds: ids.slice(0, 5).map(({ id }) => id) };
	agents = [...each, several, { ...one, counterIds: [] }, { ...one, role: 'head', counterIds: [] }];
	wire = await askThroughWire(database.url);
});
afterAll(async () => {
	setClock();
	delete process.env['STORAGE_DIR'];
	forgetEnvironment();
	rmSync(folder, { recursive: true });
	await database.drop();
	await wire.stop();
});

const COUNTS = [
	unreadMessages,
	countPapersToCheck,
	countRenewalsDue,
	countConfirmations,
	countAnsweredOffers,
	countOpenProposals
];
const allOf = (tx: Tx, agent: Agent) => Promise.all(COUNTS.map((count) => count(tx, agent)));

test('what waits on a territory is as much counted together as apart, for agents of any counters', async () => {
	const seen = new Set<string>();
	for (const agent of agents) {
		const apart = await unitOfWork(TESTING, (tx) => allOf(tx, agent));
		const together = await unitOfWork(TESTING, (tx) => gathering(tx, (tx) => allOf(tx, agent)));
		expect(together).toEqual(apart);
		seen.add(JSON.stringify(apart));
	}
	// Not the same nothing for everybody.
	expect(seen.size).toBeGreaterThan(5);
});

test('each count is the length of the list it announces', async () => {
	for (const agent of agents) {
		const [papers, renewals, toCheck, due] = await unitOfWork(TESTING, (tx) =>
			gathering(tx, (tx) =>
				Promise.all([
					countPapersToCheck(tx, agent),
					countRenewalsDue(tx, agent),
					papersToCheck(tx, agent, 1_000),
					listRenewalsDue(tx, agent, 0, 1_000)
				])
			)
		);
		expect([papers, renewals]).toEqual([toCheck.length, due.applications.length]);
	}
});

test('the list of an agent’s requests is made once for all the counts of a page', async () => {
	wire.look();
	await unitOfWork(TESTING, (tx) => gathering(tx, (tx) => allOf(tx, agents[0]!)));
	const { statements } = wire.look();
	expect(statements).toHaveLength(1);
	expect(statements[0]!.text.match(/union all/g)).toHaveLength(3);
});
