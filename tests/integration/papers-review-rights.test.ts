import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { readFilter } from '../../src/lib/domain/documents/review-queue.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { acceptPaper, type AcceptPaperInput } from '../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../src/lib/server/documents/ask-again.ts';
import { depositPapers } from '../../src/lib/server/documents/deposit-papers.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { papersToDeposit } from '../../src/lib/server/documents/papers-to-deposit.ts';
import { previewResend } from '../../src/lib/server/documents/preview-resend.ts';
import { missingPapersOf, papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { reviewQueue } from '../../src/lib/server/documents/review-queue.ts';
import { reviewPaper } from '../../src/lib/server/documents/review-paper.ts';
import { viewPaper } from '../../src/lib/server/documents/view-paper.ts';
import { writePaperNote } from '../../src/lib/server/documents/write-paper-note.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { as, ask, colleagueOf, journalOf, rowOf, sendReady } from '../support/papers/desk.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import { makeReady } from '../support/papers/ready.ts';
import { temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let camille: Agent;
let other: Agent;
let valbonne: Agent;
let head: Agent;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
	vault = await temporaryVault();
	const antibes = await agentOf('antibes');
	camille = await colleagueOf(antibes, 'Camille');
	other = await colleagueOf(antibes, 'Sacha');
	valbonne = await colleagueOf(await agentOf('valbonne'), 'Dominique');
	head = { ...camille, role: 'head', counterIds: [] };
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	await forgetPapers();
	home = await makeHousehold('06004');
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});

const ALL = readFilter(new URLSearchParams());
const accept = (actor: Actor, paperId: string, real?: AcceptPaperInput['real']) =>
	as(actor, (tx) => acceptPaper(tx, actor, { paperId, ...(real && { real }) }));
const again = (actor: Actor, paperId: string, reason = 'blurred', note = '', seen?: string) =>
	as(actor, (tx) => askAgain(tx, actor, { paperId, reason, note, ...(seen && { seen }) }));
const preview = (actor: Actor, paperId: string, reason = 'blurred', note = '') =>
	as(actor, (tx) => previewResend(tx, actor, { paperId, reason, note }));
const review = (actor: Actor, paperId: string) =>
	as(actor, (tx) => reviewPaper(tx, actor, { paperId, filter: ALL }));
const mine = async () =>
	(await as(home.applicant, (tx) => papersOfRequest(tx, home.applicant, home.applicationId))).sent;
const inList = async (query: string, actor: Agent = camille) => {
	const filter = readFilter(new URLSearchParams(query));
	const { lines } = await as(actor, (tx) => reviewQueue(tx, actor, filter));
	return lines.map(({ id }) => id);
};

describe('an agent accepts a paper', () => {
	it('as what it is said to be, and every step is in the journal', async () => {
		const id = await sendReady(vault, home);
		await review(camille, id);
		await as(camille, (tx) => openPage(tx, camille, { paperId: id, number: 1 }));
		await accept(camille, id, { category: 'national_id_card', personId: home.personId });
		expect(await mine()).toMatchObject([{ id, state: 'accepted' }]);
		expect(await journalOf(id)).toEqual(['view-paper', 'open-page', 'accept-paper']);
	});

	it('as what it really is, of whom it really is: the applicant’s list follows', async () => {
		const id = await sendReady(vault, home, { category: 'payslips' });
		await accept(camille, id, { category: 'passport', personId: home.personId });
		const missing = await as(home.applicant, (tx) =>
			missingPapersOf(tx, home.applicant, home.applicationId)
		);
		expect(missing.map(({ need }) => need)).toEqual(['tax_notice']);
		const lease = await sendReady(vault, home, { category: 'payslips' });
		await accept(camille, lease, { category: 'lease', personId: home.personId });
		expect(await rowOf(lease)).toMatchObject({ categoryCode: 'lease', personId: null });
	});

	it.each([
		['toaster', 'own', 'paper-unknown-kind'],
		['passport', 'stranger', 'paper-unknown-person'],
		['passport', null, 'paper-unknown-person']
	])('but not as %s of %s', async (category, whose, rule) => {
		const id = await sendReady(vault, home);
		const stranger = await makeHousehold('06004');
		const personId =
			whose === 'own' ? home.personId : whose === 'stranger' ? stranger.personId : null;
		await expect(accept(camille, id, { category, personId })).rejects.toMatchObject({ rule });
		expect((await rowOf(id)).state).toBe('received');
	});

	it('only once its pages can be looked at', async () => {
		const id = await sendReady(vault, home, { colours: [] });
		await expect(accept(camille, id)).rejects.toMatchObject({ rule: 'paper-not-ready' });
		await makeReady(vault, id);
		await accept(camille, id);
		expect((await rowOf(id)).state).toBe('accepted');
	});

	it('at the same moment as a colleague who asks again: one decision holds, the other is told', async () => {
		const paperId = await sendReady(vault, home);
		const from = 'received';
		const outcomes = await Promise.allSettled([
			as(camille, (tx) => acceptPaper(tx, camille, { paperId, from })),
			as(other, (tx) => askAgain(tx, other, { paperId, from, reason: 'blurred', note: '' })),
			as(camille, (tx) => acceptPaper(tx, camille, { paperId, from }))
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
		await ask(home, 'medical_certificate');
		id = await sendReady(vault, home, { category: 'medical_certificate' });
	});

	it('is seen to exist, and neither shown to nor decided by an agent without the right', async () => {
		const seen = await review(camille, id);
		expect(seen).toMatchObject({ pages: [], paper: { mayOpen: false, sensitive: true } });
		for (const attempt of [
			() => accept(camille, id),
			() => again(camille, id),
			() => as(camille, (tx) => openPage(tx, camille, { paperId: id, number: 1 })),
			() => as(camille, (tx) => openClean(tx, camille, { paperId: id }))
		]) {
			await expect(attempt()).rejects.toThrow(Refused);
		}
		expect((await rowOf(id)).state).toBe('received');
	});

	it('is read and decided by an agent to whom the head gave that right', async () => {
		const trusted = { ...camille, readsSensitive: true };
		expect((await review(trusted, id)).pages).toHaveLength(1);
		await accept(trusted, id);
		expect((await rowOf(id)).state).toBe('accepted');
	});

	it('recognised by an agent is classed so, and closed to them from then on', async () => {
		const plain = await sendReady(vault, home, { category: 'payslips' });
		await accept(camille, plain, { category: 'medical_certificate', personId: home.personId });
		expect((await review(camille, plain)).paper.mayOpen).toBe(false);
	});
});

describe('a note between agents', () => {
	it('is read by colleagues with the name of who wrote it, and not by the applicant', async () => {
		const id = await sendReady(vault, home);
		await as(camille, (tx) => writePaperNote(tx, camille, { paperId: id, text: ' À revoir. ' }));
		expect((await review(other, id)).notes).toMatchObject([{ text: 'À revoir.', by: 'Camille' }]);
		expect(JSON.stringify(await mine())).not.toContain('revoir');
		expect(await journalOf(id)).toContain('write-paper-note');
	});

	it('says something, and not too much', async () => {
		const id = await sendReady(vault, home);
		const write = (text: string) =>
			as(camille, (tx) => writePaperNote(tx, camille, { paperId: id, text }));
		await expect(write('   ')).rejects.toMatchObject({ rule: 'note-missing' });
		await expect(write('x'.repeat(2_001))).rejects.toMatchObject({ rule: 'note-too-long' });
	});
});

describe('an agent files papers in SNE', () => {
	const deposit = (actor: Actor, paperIds: string[], applicationId = home.applicationId) =>
		as(actor, (tx) => depositPapers(tx, actor, { applicationId, paperIds }));

	it('all accepted papers of a request at once, and reads what is destroyed and when', async () => {
		const ids = [
			await sendReady(vault, home),
			await sendReady(vault, home, { category: 'payslips' })
		];
		for (const id of ids) await accept(camille, id);
		const before = await as(camille, (tx) => papersToDeposit(tx, camille, home.applicationId));
		expect(before.toDeposit.map(({ id }) => id)).toEqual(ids);
		expect(before.destroyedOn.toString()).toBe('2026-11-25');
		expect(await deposit(camille, ids)).toBe(2);
		const after = await as(camille, (tx) => papersToDeposit(tx, camille, home.applicationId));
		expect(after.toDeposit).toEqual([]);
		expect(after.deposited.map(({ destroyedOn }) => destroyedOn?.toString())).toEqual([
			'2026-11-25',
			'2026-11-25'
		]);
		expect(await inList('liste=a-deposer')).toEqual([]);
	});

	it('all or none: one that is not accepted stops the others', async () => {
		const accepted = await sendReady(vault, home);
		await accept(camille, accepted);
		const waiting = await sendReady(vault, home, { category: 'payslips' });
		await expect(deposit(camille, [accepted, waiting])).rejects.toMatchObject({
			rule: 'paper-action-forbidden'
		});
		expect((await rowOf(accepted)).state).toBe('accepted');
		await expect(deposit(camille, [])).rejects.toMatchObject({ rule: 'deposit-nothing' });
	});

	it('of that request only, and never a sensitive one that they may not read', async () => {
		const elsewhere = await makeHousehold('06004');
		const strange = await sendReady(vault, elsewhere);
		await accept(camille, strange);
		await expect(deposit(camille, [strange])).rejects.toThrow(NotFound);
		await ask(home, 'medical_certificate');
		const health = await sendReady(vault, home, { category: 'medical_certificate' });
		await accept(head, health);
		await expect(deposit(camille, [health])).rejects.toThrow(Refused);
		expect((await rowOf(health)).state).toBe('accepted');
	});

	it('two at once: the papers are deposited once', async () => {
		const id = await sendReady(vault, home);
		await accept(camille, id);
		const outcomes = await Promise.allSettled([deposit(camille, [id]), deposit(other, [id])]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});
});

describe('whoever has no business with a paper', () => {
	it('gets "not found" at another counter, for every act, and leaves no line', async () => {
		const id = await sendReady(vault, home);
		const attempts = [
			() => review(valbonne, id),
			() => as(valbonne, (tx) => viewPaper(tx, valbonne, { paperId: id })),
			() => accept(valbonne, id),
			() => again(valbonne, id),
			() => preview(valbonne, id),
			() => as(valbonne, (tx) => writePaperNote(tx, valbonne, { paperId: id, text: 'x' })),
			() => as(valbonne, (tx) => openPage(tx, valbonne, { paperId: id, number: 1 })),
			() => as(valbonne, (tx) => openClean(tx, valbonne, { paperId: id }))
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
		expect(await journalOf(id)).toEqual([]);
	});

	it('is refused as the applicant, even for their own paper', async () => {
		const id = await sendReady(vault, home);
		for (const attempt of [accept, again, preview, review]) {
			await expect(attempt(home.applicant, id)).rejects.toThrow(Refused);
		}
	});
});
