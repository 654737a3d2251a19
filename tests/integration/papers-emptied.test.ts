import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyPapers } from '../../src/jobs/empty-papers.ts';
import { system, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { application, applicationEvent } from '../../src/lib/server/db/schema/applications.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import {
	paperFile,
	paperPage,
	sealedObject
} from '../../src/lib/server/db/schema/paper-content.ts';
import { acceptPaper } from '../../src/lib/server/documents/accept-paper.ts';
import { depositPaper } from '../../src/lib/server/documents/deposit-paper.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { as, journalOf, rowOf, sendReady } from '../support/papers/desk.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import { objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;
let agent: Agent;
let head: Agent;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
	head = { ...agent, role: 'head', counterIds: [] };
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	await forgetPapers();
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});

const TEST = system('test');
const accept = (paperId: string) => as(agent, (tx) => acceptPaper(tx, agent, { paperId }));
const deposit = (paperId: string) => as(agent, (tx) => depositPaper(tx, agent, { paperId }));
/** What became of papers; the messages that the same job erases have their own test. */
const empty = async (store = vault.store) => {
	const { deposited, struckOff } = await emptyPapers(store);
	return { deposited, struckOff };
};
const kept = () => objects(vault, 'kept');
const contents = () =>
	as(TEST, async (tx) => [
		await tx.$count(paperFile),
		await tx.$count(paperPage),
		await tx.$count(sealedObject)
	]);

describe('a paper that an agent has filed in SNE', () => {
	async function deposited(): Promise<string> {
		const id = await sendReady(vault, home, { colours: ['white', 'red'] });
		await accept(id);
		await deposit(id);
		return id;
	}

	it('is read until the grace is over, then only the fact is left: kind, days, agent, verdict', async () => {
		const id = await deposited();
		setClock('2026-11-25T08:59:59+01:00');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		await as(agent, (tx) => openClean(tx, agent, { paperId: id }));

		setClock('2026-11-25T09:00:00+01:00');
		expect(await empty()).toEqual({ deposited: 1, struckOff: 0 });
		expect([await contents(), await kept()]).toEqual([[0, 0, 0], []]);
		expect(await rowOf(id)).toMatchObject({
			categoryCode: 'national_id_card',
			state: 'passed_on',
			depositedBy: expect.stringContaining(agent.staffId),
			checkedBy: expect.stringContaining(agent.staffId),
			cleanObjectId: null,
			destroyedAt: Temporal.Instant.from('2026-11-25T08:00:00Z')
		});
		for (const actor of [agent, home.applicant]) {
			for (const open of [openClean, openPage]) {
				const look = as(actor, (tx) => open(tx, actor, { paperId: id, number: 1 }));
				await expect(look).rejects.toThrow(NotFound);
			}
		}
		const { sent } = await as(home.applicant, (tx) =>
			papersOfRequest(tx, home.applicant, home.applicationId)
		);
		expect(sent).toMatchObject([{ id, state: 'passed_on', hasContent: false }]);
		expect(await journalOf(id)).toEqual(['accept-paper', 'deposit-paper', 'download-paper']);
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
	});

	it('is destroyed at once where the service has chosen no grace', async () => {
		await as(head, (tx) =>
			setSetting(tx, head, { key: 'paper_grace_days', value: 0, confirmed: true })
		);
		await deposited();
		expect(await empty()).toEqual({ deposited: 1, struckOff: 0 });
		expect(await kept()).toEqual([]);
		await as(head, (tx) =>
			setSetting(tx, head, { key: 'paper_grace_days', value: 2, confirmed: true })
		);
	});

	it('was accepted before: one that nobody has accepted cannot be filed', async () => {
		const id = await sendReady(vault, home);
		await expect(deposit(id)).rejects.toMatchObject({ rule: 'paper-action-forbidden' });
		setClock('2026-12-31T09:00:00+01:00');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		expect((await kept()).length).toBeGreaterThan(0);
	});

	it('goes on being emptied when the store fails for a moment: the keys are gone all the same', async () => {
		await deposited();
		setClock('2026-11-26T09:00:00+01:00');
		const broken = Object.assign(Object.create(vault.store) as typeof vault.store, {
			remove: () => Promise.reject(new Error('the disk is away'))
		});
		expect(await empty(broken)).toEqual({ deposited: 1, struckOff: 0 });
		expect(await contents()).toEqual([0, 0, 0]);
	});
});

describe('the papers of a request that was struck off', () => {
	async function struckOff(on: string, state: 'struck_off' | 'registered' = 'struck_off') {
		const occurredOn = Temporal.PlainDate.from(on);
		await as(TEST, async (tx) => {
			await tx.update(application).set({ state }).where(eq(application.id, home.applicationId));
			await tx.insert(applicationEvent).values({
				applicationId: home.applicationId,
				kind: 'struck_off_not_renewed',
				occurredOn,
				recordedAt: Temporal.Instant.from('2026-11-23T08:00:00Z'),
				origin: 'counter',
				author: 'Guichet d’essai',
				recordedBy: 'test'
			});
		});
	}
	const lines = () => as(TEST, (tx) => tx.$count(paper));

	it('go a year after that day, content, fact and all, whatever had become of them', async () => {
		const accepted = await sendReady(vault, home);
		await accept(accepted);
		await sendReady(vault, home, { category: 'payslips' });
		await as(TEST, (tx) =>
			tx.update(paper).set({ state: 'set_aside' }).where(eq(paper.id, accepted))
		);
		await struckOff('2026-11-23');
		setClock('2027-11-22T23:59:00+01:00');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		expect(await lines()).toBe(2);
		setClock('2027-11-23T00:01:00+01:00');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 2 });
		expect([await lines(), await contents(), await kept()]).toEqual([0, [0, 0, 0], []]);
	});

	it('stay when the request was reinstated since', async () => {
		await sendReady(vault, home);
		await struckOff('2025-01-01', 'registered');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		expect(await lines()).toBe(1);
	});
});
