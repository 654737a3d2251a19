import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { emptyPapers } from '../../src/jobs/empty-papers.ts';
import { missingPapersOf } from '../../src/lib/server/documents/queries.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { paperPage } from '../../src/lib/server/db/schema/paper-content.ts';
import { removeKept } from '../../src/lib/server/documents/sealed-objects.ts';
import { withdrawPaper } from '../../src/lib/server/documents/withdraw-paper.ts';
import { runWorkshop } from '../../src/lib/server/documents/workshop/run-workshop.ts';
import { acceptUnscanned } from '../../src/lib/server/documents/accept-unscanned.ts';
import { endWaiver } from '../../src/lib/server/documents/end-waiver.ts';
import { NO_ANTIVIRUS } from '../../src/lib/server/ports/antivirus.ts';
import { clamd } from '../../src/lib/server/ports/antivirus-clamd.ts';
import { pdf, photo } from '../support/papers/samples.ts';
import { accept, again, inList, sentBy } from '../support/papers/review-stage.ts';
import { papersStage } from '../support/papers/stage.ts';
import { look, send, page, clean, given, row } from '../support/papers/opened.ts';
import { as } from '../support/papers/desk.ts';
import { prepareAll } from '../support/papers/prepare.ts';
import { objects } from '../support/papers/vault.ts';

const stage = papersStage();

describe('nobody sees anything of a paper', () => {
	it('before the antivirus has spoken; and each look of an agent leaves its line', async () => {
		const id = await send(stage, await photo());
		for (const actor of [stage.agent, stage.home.applicant]) {
			await expect(page(actor, id)).rejects.toThrow(NotFound);
			await expect(clean(actor, id)).rejects.toThrow(NotFound);
		}
		await prepareAll(stage.vault);
		await page(stage.agent, id);
		await clean(stage.agent, id);
		const lines = await look((tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id))
		);
		expect(lines.map(({ action }) => action)).toEqual(['open-page', 'download-paper']);
	});

	it.each([
		['is absent', () => clamd({ address: '/nowhere/clamd.ctl' }), 'antivirus-absent'],
		['was never installed', () => NO_ANTIVIRUS, 'no-antivirus']
	])(
		'while the antivirus %s: it waits, agents know why, and it is tried again',
		async (_how, antivirus, why) => {
			const id = await send(stage, await photo());
			await prepareAll(stage.vault, { antivirus: antivirus() });
			expect(await row(id)).toMatchObject({ scan: 'waiting', waitingFor: why, pageCount: 0 });
			await expect(page(stage.agent, id)).rejects.toThrow(NotFound);
			expect(await prepareAll(stage.vault)).toBe(0);
			setClock('2026-11-23T09:01:00+01:00');
			expect(await prepareAll(stage.vault, { antivirus: antivirus() })).toBe(1);
			setClock('2026-11-23T09:02:59+01:00');
			expect(await prepareAll(stage.vault)).toBe(0);
			setClock('2026-11-23T09:03:00+01:00');
			expect(await prepareAll(stage.vault)).toBe(1);
			expect(await row(id)).toMatchObject({ scan: 'clean', waitingFor: null, pageCount: 1 });
		}
	);

	it('asks an antivirus that is away once, whatever the number of papers', async () => {
		await send(stage, await photo(), 'a.jpg', 'image/jpeg');
		await send(stage, await photo(), 'b.jpg', 'image/jpeg');
		let [asked, scanned] = [0, 0];
		const antivirus = {
			state: async () => ({ answers: false, why: 'antivirus-slow' }) as const,
			scan: async () => ({ verdict: 'none', why: 'antivirus-slow' }) as const
		};
		const counting = {
			state: () => ((asked += 1), antivirus.state()),
			scan: () => ((scanned += 1), antivirus.scan())
		};
		expect(await prepareAll(stage.vault, { antivirus: counting })).toBe(2);
		expect([asked, scanned]).toEqual([1, 0]);
	});
});

describe('a file over the limits of the antivirus', () => {
	const limited = {
		state: async () => ({ answers: true, version: '1.4.6', signaturesAt: null }) as const,
		scan: async () => ({ verdict: 'none', why: 'antivirus-limit' }) as const
	};

	it('is never seen: an agent reads why, asks for it again with the reason, and it goes', async () => {
		const { vault, agent, home } = stage;
		const id = await send(stage, await pdf(1), 'avis.pdf', 'application/pdf');
		for (const time of ['09:00', '09:30']) {
			setClock(`2026-11-23T${time}:00+01:00`);
			await prepareAll(vault, { antivirus: limited });
		}
		expect(await row(id)).toMatchObject({ scan: 'waiting', waitingFor: 'antivirus-limit' });
		expect(await inList(agent, 'liste=en-attente')).toEqual([id]);
		await expect(accept(agent, id)).rejects.toMatchObject({ rule: 'paper-not-ready' });

		await again(agent, id, 'not_openable');
		const [sent] = await sentBy(stage);
		expect(sent).toMatchObject({ state: 'to_resend', mark: 'unusable' });
		expect(sent?.resend?.told?.advice.fr).toContain('guichet');
		expect(await missing()).toContain('identity');

		setClock('2026-11-26T09:00:00+01:00');
		expect((await emptyPapers(vault.store)).unfit).toBe(1);
		expect([...(await objects(vault, 'incoming')), ...(await objects(vault, 'kept'))]).toEqual([]);
		expect(await row(id)).toMatchObject({ waitingFor: null, prepareAt: null });
		expect(await prepareAll(vault, { antivirus: limited })).toBe(0);

		async function missing() {
			const { applicant, applicationId } = home;
			const lines = await as(applicant, (tx) => missingPapersOf(tx, applicant, applicationId));
			return lines.map(({ need }) => need);
		}
	});
});

describe('a site without antivirus', () => {
	const statement = 'Nous acceptons ce risque jusqu’à la mise en place d’un antivirus.';

	it('accepts the risk in writing: papers are drawn, marked as unscanned, and the journal says who', async () => {
		const id = await send(stage, await photo());
		await prepareAll(stage.vault, { antivirus: NO_ANTIVIRUS });
		await as(stage.head, (tx) => acceptUnscanned(tx, stage.head, { statement }));
		expect(await prepareAll(stage.vault, { antivirus: NO_ANTIVIRUS })).toBe(1);
		expect(await row(id)).toMatchObject({ scan: 'unscanned_accepted', pageCount: 1 });
		expect((await given(stage.vault, await page(stage.agent, id))).length).toBeGreaterThan(100);
		const lines = await look((tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.action, 'accept-unscanned-papers'))
		);
		expect(lines).toMatchObject([{ actorKind: 'agent', actorId: stage.head.staffId }]);

		await as(stage.head, (tx) => endWaiver(tx, stage.head));
		const next = await send(stage, await photo());
		await prepareAll(stage.vault, { antivirus: NO_ANTIVIRUS });
		expect(await row(next)).toMatchObject({ scan: 'waiting', waitingFor: 'no-antivirus' });
	});

	it('cannot be made so by an agent, nor in one word; and it never covers an antivirus that fails', async () => {
		await expect(
			as(stage.agent, (tx) => acceptUnscanned(tx, stage.agent, { statement }))
		).rejects.toThrow(Refused);
		await expect(
			as(stage.head, (tx) => acceptUnscanned(tx, stage.head, { statement: 'oui' }))
		).rejects.toMatchObject({ rule: 'statement-length' });
		await as(stage.head, (tx) => acceptUnscanned(tx, stage.head, { statement }));
		const id = await send(stage, await photo());
		await prepareAll(stage.vault, { antivirus: clamd({ address: '/nowhere/clamd.ctl' }) });
		expect(await row(id)).toMatchObject({ scan: 'waiting', waitingFor: 'antivirus-absent' });
		await as(stage.head, (tx) => endWaiver(tx, stage.head));
	});
});

describe('two workers', () => {
	it('prepare each paper once', async () => {
		const ids = [];
		for (const name of ['a', 'b', 'c']) {
			ids.push(await send(stage, await photo(), `${name}.jpg`, 'image/jpeg'));
		}
		const taken = await Promise.all([prepareAll(stage.vault), prepareAll(stage.vault)]);
		expect(taken.reduce((sum, count) => sum + count)).toBe(3);
		expect(await look((tx) => tx.select().from(paperPage))).toHaveLength(3);
	});

	it('find a paper that was taken back meanwhile, and keep nothing of it', async () => {
		const id = await send(stage, await photo());
		await prepareAll(stage.vault, {
			draw: async function* (type, body) {
				yield* runWorkshop(type, body);
				const { storageKeys } = await as(stage.home.applicant, (tx) =>
					withdrawPaper(tx, stage.home.applicant, { paperId: id })
				);
				await removeKept(stage.vault.store, storageKeys);
			}
		});
		expect(await row(id)).toMatchObject({ state: 'deleted', pageCount: 0, prepareAt: null });
		expect([
			...(await objects(stage.vault, 'incoming')),
			...(await objects(stage.vault, 'kept'))
		]).toEqual([]);
	});
});
