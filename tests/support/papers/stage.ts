import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../../src/lib/server/clock.ts';
import { testDatabase, type TestDatabase } from '../database.ts';
import { agentOf, forgetPapers, makeHousehold, type Household } from './household.ts';
import { temporaryVault } from './vault.ts';

export type Stage = {
	vault: Awaited<ReturnType<typeof temporaryVault>>;
	/** One adult of Antibes, new for each test. */
	home: Household;
	/** Of the counter of Antibes. */
	agent: Agent;
	head: Agent;
};

/**
 * What tests of papers stand on: a database of their own, and for each test a Monday morning, an empty vault, no paper
 * and a new household. To be read in tests and hooks only: it is filled as they begin.
 */
export function papersStage(): Stage {
	const stage = {} as Stage;
	let database: TestDatabase;
	beforeAll(async () => {
		database = await testDatabase();
		stage.agent = await agentOf('antibes');
		stage.head = { ...stage.agent, role: 'head', counterIds: [] };
	});
	beforeEach(async () => {
		setClock('2026-11-23T09:00:00+01:00');
		await forgetPapers();
		await stage.vault?.drop();
		stage.vault = await temporaryVault();
		stage.home = await makeHousehold();
	});
	afterAll(async () => {
		setClock();
		await stage.vault?.drop();
		await database.drop();
	});
	return stage;
}
