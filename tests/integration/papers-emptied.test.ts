import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { emptyPapers } from '../../src/jobs/empty-papers.ts';
import { system, type Actor } from '../../src/lib/domain/accounts/actor.ts';
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
import { sendingFigures } from '../../src/lib/server/documents/sending-limits.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { papersStage } from '../support/papers/stage.ts';
import { again, sentBy } from '../support/papers/review-stage.ts';
import { as, journalOf, rowOf, sendReady } from '../support/papers/desk.ts';
import { objects } from '../support/papers/vault.ts';

const stage = papersStage();

const TEST = system('test');
const accept = (paperId: string) =>
	as(stage.agent, (tx) => acceptPaper(tx, stage.agent, { paperId }));
const deposit = (paperId: string) =>
	as(stage.agent, (tx) => depositPaper(tx, stage.agent, { paperId }));
/** What became of papers; the messages that the same job erases have their own test. */
const empty = async (store = stage.vault.store) => {
	const { deposited, struckOff } = await emptyPapers(store);
	return { deposited, struckOff };
};
const kept = () => objects(stage.vault, 'kept');
const contents = () =>
	as(TEST, async (tx) => [
		await tx.$count(paperFile),
		await tx.$count(paperPage),
		await tx.$count(sealedObject)
	]);

describe('a paper that an agent has filed in SNE', () => {
	async function deposited(): Promise<string> {
		const id = await sendReady(stage.vault, stage.home, { colours: ['white', 'red'] });
		await accept(id);
		await deposit(id);
		return id;
	}

	it('is read until the grace is over, then only the fact is left: kind, days, agent, verdict', async () => {
		const id = await deposited();
		setClock('2026-11-25T08:59:59+01:00');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		await as(stage.agent, (tx) => openClean(tx, stage.agent, { paperId: id }));

		setClock('2026-11-25T09:00:00+01:00');
		expect(await empty()).toEqual({ deposited: 1, struckOff: 0 });
		expect([await contents(), await kept()]).toEqual([[0, 0, 0], []]);
		expect(await rowOf(id)).toMatchObject({
			categoryCode: 'national_id_card',
			state: 'passed_on',
			depositedBy: expect.stringContaining(stage.agent.staffId),
			checkedBy: expect.stringContaining(stage.agent.staffId),
			cleanObjectId: null,
			destroyedAt: Temporal.Instant.from('2026-11-25T08:00:00Z')
		});
		for (const actor of [stage.agent, stage.home.applicant]) {
			for (const open of [openClean, openPage]) {
				const look = as(actor, (tx) => open(tx, actor, { paperId: id, number: 1 }));
				await expect(look).rejects.toThrow(NotFound);
			}
		}
		const { sent } = await as(stage.home.applicant, (tx) =>
			papersOfRequest(tx, stage.home.applicant, stage.home.applicationId)
		);
		expect(sent).toMatchObject([{ id, state: 'passed_on', hasContent: false }]);
		expect(await journalOf(id)).toEqual(['accept-paper', 'deposit-paper', 'download-paper']);
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
	});

	it('is destroyed at once where the service has chosen no grace, and who sends reads it', async () => {
		await as(stage.head, (tx) =>
			setSetting(tx, stage.head, { key: 'paper_grace_days', value: 0, confirmed: true })
		);
		expect(await as(stage.home.applicant, sendingFigures)).toMatchObject({ graceDays: 0 });
		await deposited();
		expect(await empty()).toEqual({ deposited: 1, struckOff: 0 });
		expect(await kept()).toEqual([]);
		await as(stage.head, (tx) =>
			setSetting(tx, stage.head, { key: 'paper_grace_days', value: 2, confirmed: true })
		);
		expect(await as(stage.home.applicant, sendingFigures)).toMatchObject({ graceDays: 2 });
	});

	it('was accepted before: one that nobody has accepted cannot be filed', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await expect(deposit(id)).rejects.toMatchObject({ rule: 'paper-action-forbidden' });
		setClock('2026-12-31T09:00:00+01:00');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		expect((await kept()).length).toBeGreaterThan(0);
	});

	it('goes on being emptied when the store fails for a moment: the keys are gone all the same', async () => {
		await deposited();
		setClock('2026-11-26T09:00:00+01:00');
		const broken = Object.assign(Object.create(stage.vault.store) as typeof stage.vault.store, {
			remove: () => Promise.reject(new Error('the disk is away'))
		});
		expect(await empty(broken)).toEqual({ deposited: 1, struckOff: 0 });
		expect(await contents()).toEqual([0, 0, 0]);
	});
});

describe('a paper that will not do', () => {
	const unfit = async () => (await emptyPapers(stage.vault.store)).unfit;
	const open = (actor: Actor, paperId: string) =>
		as(actor, (tx) => openPage(tx, actor, { paperId, number: 1 }));

	it.each([
		['asked again', 'blurred', 'to_resend'],
		['set aside', 'out_of_scope', 'set_aside']
	])(
		'is destroyed once the grace is over when it was %s; what was said of it stays',
		async (_how, reason, state) => {
			const { agent, home } = stage;
			const id = await sendReady(stage.vault, home, { colours: ['white', 'red'] });
			await again(agent, id, reason, 'Un mot.');
			setClock('2026-11-25T08:59:59+01:00');
			expect(await unfit()).toBe(0);
			await open(home.applicant, id);

			setClock('2026-11-25T09:00:00+01:00');
			expect(await unfit()).toBe(1);
			expect([await contents(), await kept()]).toEqual([[0, 0, 0], []]);
			expect(await rowOf(id)).toMatchObject({
				state,
				destroyedAt: Temporal.Instant.from('2026-11-25T08:00:00Z')
			});
			for (const actor of [agent, home.applicant]) {
				await expect(open(actor, id)).rejects.toThrow(NotFound);
			}
			expect(await sentBy(stage)).toMatchObject([
				{ id, state, hasContent: false, resend: { reason, note: 'Un mot.' } }
			]);
			await expect(accept(id)).rejects.toMatchObject({ rule: 'paper-not-ready' });
			expect(await unfit()).toBe(0);
		}
	);

	it('stays when the agent says otherwise within the grace', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await again(stage.agent, id);
		setClock('2026-11-24T09:00:00+01:00');
		await accept(id);
		setClock('2026-12-24T09:00:00+01:00');
		expect(await unfit()).toBe(0);
		await open(stage.agent, id);
	});
});

describe('the papers of a request that was struck off', () => {
	async function struckOff(on: string, state: 'struck_off' | 'registered' = 'struck_off') {
		const occurredOn = Temporal.PlainDate.from(on);
		await as(TEST, async (tx) => {
			await tx
				.update(application)
				.set({ state })
				.where(eq(application.id, stage.home.applicationId));
			await tx.insert(applicationEvent).values({
				applicationId: stage.home.applicationId,
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
		const accepted = await sendReady(stage.vault, stage.home);
		await accept(accepted);
		await sendReady(stage.vault, stage.home, { category: 'payslips' });
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
		await sendReady(stage.vault, stage.home);
		await struckOff('2025-01-01', 'registered');
		expect(await empty()).toEqual({ deposited: 0, struckOff: 0 });
		expect(await lines()).toBe(1);
	});
});
