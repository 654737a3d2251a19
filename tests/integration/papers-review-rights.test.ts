import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { acceptPaper } from '../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../src/lib/server/documents/ask-again.ts';
import { depositPapers } from '../../src/lib/server/documents/deposit-papers.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { papersToDeposit } from '../../src/lib/server/documents/papers-to-deposit.ts';
import { missingPapersOf } from '../../src/lib/server/documents/queries.ts';
import { viewPaper } from '../../src/lib/server/documents/view-paper.ts';
import { writePaperNote } from '../../src/lib/server/documents/write-paper-note.ts';
import { makeReady } from '../support/papers/ready.ts';
import {
	reviewStage,
	accept,
	again,
	preview,
	review,
	sentBy,
	inList
} from '../support/papers/review-stage.ts';
import { as, ask, journalOf, rowOf, sendReady } from '../support/papers/desk.ts';
import { makeHousehold } from '../support/papers/household.ts';

const stage = reviewStage();

describe('an agent accepts a paper', () => {
	it('as what it is said to be, and every step is in the journal', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await review(stage.camille, id);
		await as(stage.camille, (tx) => openPage(tx, stage.camille, { paperId: id, number: 1 }));
		await accept(stage.camille, id, {
			category: 'national_id_card',
			personId: stage.home.personId
		});
		expect(await sentBy(stage)).toMatchObject([{ id, state: 'accepted' }]);
		expect(await journalOf(id)).toEqual(['view-paper', 'open-page', 'accept-paper']);
	});

	it('as what it really is, of whom it really is: the applicant’s list follows', async () => {
		const id = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		await accept(stage.camille, id, { category: 'passport', personId: stage.home.personId });
		const missing = await as(stage.home.applicant, (tx) =>
			missingPapersOf(tx, stage.home.applicant, stage.home.applicationId)
		);
		expect(missing.map(({ need }) => need)).toEqual(['tax_notice']);
		const lease = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		await accept(stage.camille, lease, { category: 'lease', personId: stage.home.personId });
		expect(await rowOf(lease)).toMatchObject({ categoryCode: 'lease', personId: null });
	});

	it.each([
		['toaster', 'own', 'paper-unknown-kind'],
		['passport', 'stranger', 'paper-unknown-person'],
		['passport', null, 'paper-unknown-person']
	])('but not as %s of %s', async (category, whose, rule) => {
		const id = await sendReady(stage.vault, stage.home);
		const stranger = await makeHousehold('06004');
		const personId =
			whose === 'own' ? stage.home.personId : whose === 'stranger' ? stranger.personId : null;
		await expect(accept(stage.camille, id, { category, personId })).rejects.toMatchObject({ rule });
		expect((await rowOf(id)).state).toBe('received');
	});

	it('only once its pages can be looked at', async () => {
		const id = await sendReady(stage.vault, stage.home, { colours: [] });
		await expect(accept(stage.camille, id)).rejects.toMatchObject({ rule: 'paper-not-ready' });
		await makeReady(stage.vault, id);
		await accept(stage.camille, id);
		expect((await rowOf(id)).state).toBe('accepted');
	});

	it('at the same moment as a colleague who asks again: one decision holds, the other is told', async () => {
		const paperId = await sendReady(stage.vault, stage.home);
		const from = 'received';
		const outcomes = await Promise.allSettled([
			as(stage.camille, (tx) => acceptPaper(tx, stage.camille, { paperId, from })),
			as(stage.sacha, (tx) =>
				askAgain(tx, stage.sacha, { paperId, from, reason: 'blurred', note: '' })
			),
			as(stage.camille, (tx) => acceptPaper(tx, stage.camille, { paperId, from }))
		]);
		const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
		expect(refused.map(({ reason }) => (reason as { rule: string }).rule)).toEqual([
			'paper-action-forbidden',
			'paper-action-forbidden'
		]);
		const decided = (await journalOf(paperId)).filter((action) => action !== 'view-paper');
		expect(decided).toHaveLength(1);
	});
});

describe('a sensitive paper', () => {
	let id: string;
	beforeEach(async () => {
		await ask(stage.home, 'medical_certificate');
		id = await sendReady(stage.vault, stage.home, { category: 'medical_certificate' });
	});

	it('is seen to exist, and neither shown to nor decided by an agent without the right', async () => {
		const seen = await review(stage.camille, id);
		expect(seen).toMatchObject({ pages: [], paper: { mayOpen: false, sensitive: true } });
		for (const attempt of [
			() => accept(stage.camille, id),
			() => again(stage.camille, id),
			() => as(stage.camille, (tx) => openPage(tx, stage.camille, { paperId: id, number: 1 })),
			() => as(stage.camille, (tx) => openClean(tx, stage.camille, { paperId: id }))
		]) {
			await expect(attempt()).rejects.toThrow(Refused);
		}
		expect((await rowOf(id)).state).toBe('received');
	});

	it('is read and decided by an agent to whom the head gave that right', async () => {
		const trusted = { ...stage.camille, readsSensitive: true };
		expect((await review(trusted, id)).pages).toHaveLength(1);
		await accept(trusted, id);
		expect((await rowOf(id)).state).toBe('accepted');
	});

	it('recognised by an agent is classed so, and closed to them from then on', async () => {
		const plain = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		await accept(stage.camille, plain, {
			category: 'medical_certificate',
			personId: stage.home.personId
		});
		expect((await review(stage.camille, plain)).paper.mayOpen).toBe(false);
	});
});

describe('a note between agents', () => {
	it('is read by colleagues with the name of who wrote it, and not by the applicant', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await as(stage.camille, (tx) =>
			writePaperNote(tx, stage.camille, { paperId: id, text: ' À revoir. ' })
		);
		expect((await review(stage.sacha, id)).notes).toMatchObject([
			{ text: 'À revoir.', by: 'Camille' }
		]);
		expect(JSON.stringify(await sentBy(stage))).not.toContain('revoir');
		expect(await journalOf(id)).toContain('write-paper-note');
	});

	it('says something, and not too much', async () => {
		const id = await sendReady(stage.vault, stage.home);
		const write = (text: string) =>
			as(stage.camille, (tx) => writePaperNote(tx, stage.camille, { paperId: id, text }));
		await expect(write('   ')).rejects.toMatchObject({ rule: 'note-missing' });
		await expect(write('x'.repeat(2_001))).rejects.toMatchObject({ rule: 'note-too-long' });
	});
});

describe('an agent files papers in SNE', () => {
	const deposit = (actor: Actor, paperIds: string[], applicationId = stage.home.applicationId) =>
		as(actor, (tx) => depositPapers(tx, actor, { applicationId, paperIds }));

	it('all accepted papers of a request at once, and reads what is destroyed and when', async () => {
		const ids = [
			await sendReady(stage.vault, stage.home),
			await sendReady(stage.vault, stage.home, { category: 'payslips' })
		];
		for (const id of ids) await accept(stage.camille, id);
		const before = await as(stage.camille, (tx) =>
			papersToDeposit(tx, stage.camille, stage.home.applicationId)
		);
		expect(before.toDeposit.map(({ id }) => id)).toEqual(ids);
		expect(before.destroyedOn.toString()).toBe('2026-11-25');
		expect(await deposit(stage.camille, ids)).toBe(2);
		const after = await as(stage.camille, (tx) =>
			papersToDeposit(tx, stage.camille, stage.home.applicationId)
		);
		expect(after.toDeposit).toEqual([]);
		expect(after.deposited.map(({ destroyedOn }) => destroyedOn?.toString())).toEqual([
			'2026-11-25',
			'2026-11-25'
		]);
		expect(await inList(stage.camille, 'liste=a-deposer')).toEqual([]);
	});

	it('all or none: one that is not accepted stops the others', async () => {
		const accepted = await sendReady(stage.vault, stage.home);
		await accept(stage.camille, accepted);
		const waiting = await sendReady(stage.vault, stage.home, { category: 'payslips' });
		await expect(deposit(stage.camille, [accepted, waiting])).rejects.toMatchObject({
			rule: 'paper-action-forbidden'
		});
		expect((await rowOf(accepted)).state).toBe('accepted');
		await expect(deposit(stage.camille, [])).rejects.toMatchObject({ rule: 'deposit-nothing' });
	});

	it('of that request only, and never a sensitive one that they may not read', async () => {
		const elsewhere = await makeHousehold('06004');
		const strange = await sendReady(stage.vault, elsewhere);
		await accept(stage.camille, strange);
		await expect(deposit(stage.camille, [strange])).rejects.toThrow(NotFound);
		await ask(stage.home, 'medical_certificate');
		const health = await sendReady(stage.vault, stage.home, { category: 'medical_certificate' });
		await accept(stage.head, health);
		await expect(deposit(stage.camille, [health])).rejects.toThrow(Refused);
		expect((await rowOf(health)).state).toBe('accepted');
	});

	it('two at once: the papers are deposited once', async () => {
		const id = await sendReady(stage.vault, stage.home);
		await accept(stage.camille, id);
		const outcomes = await Promise.allSettled([
			deposit(stage.camille, [id]),
			deposit(stage.sacha, [id])
		]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});
});

describe('whoever has no business with a paper', () => {
	it('gets "not found" at another counter, for every act, and leaves no line', async () => {
		const id = await sendReady(stage.vault, stage.home);
		const attempts = [
			() => review(stage.dominique, id),
			() => as(stage.dominique, (tx) => viewPaper(tx, stage.dominique, { paperId: id })),
			() => accept(stage.dominique, id),
			() => again(stage.dominique, id),
			() => preview(stage.dominique, id),
			() =>
				as(stage.dominique, (tx) =>
					writePaperNote(tx, stage.dominique, { paperId: id, text: 'x' })
				),
			() => as(stage.dominique, (tx) => openPage(tx, stage.dominique, { paperId: id, number: 1 })),
			() => as(stage.dominique, (tx) => openClean(tx, stage.dominique, { paperId: id }))
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
		expect(await journalOf(id)).toEqual([]);
	});

	it('is refused as the applicant, even for their own paper', async () => {
		const id = await sendReady(stage.vault, stage.home);
		for (const attempt of [accept, again, preview, review]) {
			await expect(attempt(stage.home.applicant, id)).rejects.toThrow(Refused);
		}
	});
});
