import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { readFilter } from '../../src/lib/domain/documents/review-queue.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { person } from '../../src/lib/server/db/schema/applications.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { acceptPaper, type AcceptPaperInput } from '../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../src/lib/server/documents/ask-again.ts';
import { changeReason } from '../../src/lib/server/documents/change-reason.ts';
import { depositPapers } from '../../src/lib/server/documents/deposit-papers.ts';
import { previewResend } from '../../src/lib/server/documents/preview-resend.ts';
import { missingPapersOf, papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { reasonByCode } from '../../src/lib/server/documents/reason-catalogue.ts';
import {
	nextInQueue,
	queueCounts,
	reviewQueue
} from '../../src/lib/server/documents/review-queue.ts';
import { reviewPaper } from '../../src/lib/server/documents/review-paper.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { as, ask, colleagueOf, rowOf, sendReady } from '../support/papers/desk.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
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

describe('the queue of an agent', () => {
	it('puts what is late first, then what will soonest be, by the fifteen days from reception', async () => {
		setClock('2026-11-01T10:00:00+01:00');
		const late = await sendReady(vault, home);
		setClock('2026-11-20T10:00:00+01:00');
		const recent = await sendReady(vault, home, { category: 'tax_notice_n2' });
		setClock('2026-11-10T10:00:00+01:00');
		const between = await sendReady(vault, home, { category: 'payslips' });
		setClock('2026-11-23T09:00:00+01:00');
		const { lines } = await as(camille, (tx) => reviewQueue(tx, camille, ALL));
		expect(lines.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
			[late, -7],
			[between, 2],
			[recent, 12]
		]);
	});

	it('keeps what cannot be read apart, and what is accepted for the deposit', async () => {
		const ready = await sendReady(vault, home);
		const waiting = await sendReady(vault, home, { category: 'payslips', colours: [] });
		const accepted = await sendReady(vault, home, { category: 'tax_notice_n2' });
		await accept(camille, accepted);
		expect(await inList('')).toEqual([ready]);
		expect(await inList('liste=en-attente')).toEqual([waiting]);
		expect(await inList('liste=a-deposer')).toEqual([accepted]);
		expect(await as(camille, (tx) => queueCounts(tx, camille, ALL))).toEqual({
			to_check: 1,
			answers: 0,
			waiting: 1,
			to_deposit: 1
		});
	});

	it('says which papers answer one that was asked again', async () => {
		const refused = await sendReady(vault, home);
		await again(camille, refused);
		setClock('2026-11-24T09:00:00+01:00');
		const answer = await sendReady(vault, home, { category: 'passport' });
		await sendReady(vault, home, { category: 'payslips' });
		expect(await inList('liste=reponses')).toEqual([answer]);
	});

	it('is narrowed to a sort of paper, and to one of my counters', async () => {
		const card = await sendReady(vault, home);
		const tax = await sendReady(vault, home, { category: 'tax_notice_n2' });
		expect(await inList('type=tax')).toEqual([tax]);
		expect(await inList('guichet=antibes', head)).toEqual([card, tax]);
		expect(await inList('guichet=valbonne', head)).toEqual([]);
		await expect(inList('guichet=valbonne')).rejects.toThrow(NotFound);
	});

	it('is read by agents only, each their own territory', async () => {
		await sendReady(vault, home);
		expect(await inList('', valbonne)).toEqual([]);
		await expect(inList('', home.applicant as never)).rejects.toThrow(Refused);
	});

	it('leads from one paper to the next, round to the first, and never to what a colleague has open', async () => {
		const first = await sendReady(vault, home);
		setClock('2026-11-23T09:01:00+01:00');
		const second = await sendReady(vault, home, { category: 'payslips' });
		setClock('2026-11-23T09:02:00+01:00');
		const third = await sendReady(vault, home, { category: 'tax_notice_n2' });
		expect((await review(camille, first)).next).toEqual({ id: second });
		await review(other, second);
		expect((await review(camille, first)).next).toEqual({ id: third });
		expect((await review(camille, third)).next).toEqual({ id: first });
		expect((await review(camille, second)).takenBy).toBe('Sacha');
		setClock('2026-11-23T09:20:00+01:00');
		expect((await review(camille, second)).takenBy).toBeNull();
	});

	it('leads nobody to a sensitive paper that they may not read', async () => {
		await ask(home, 'medical_certificate');
		await sendReady(vault, home, { category: 'medical_certificate' });
		expect(await inList('')).toHaveLength(1);
		expect(await as(camille, (tx) => nextInQueue(tx, camille, ALL, null))).toBeNull();
		const trusted = { ...camille, readsSensitive: true };
		expect(await as(trusted, (tx) => nextInQueue(tx, trusted, ALL, null))).not.toBeNull();
	});
});

describe('an agent asks for a paper again', () => {
	it('after reading the very message, in the person’s language, and that message is what they read', async () => {
		const id = await sendReady(vault, home);
		const seen = await preview(camille, id, 'cut_off', '  Le bas\nest coupé. ');
		expect(seen).toMatchObject({ locale: 'fr', note: 'Le bas est coupé.', letters: [] });
		await again(camille, id, 'cut_off', 'Le bas est coupé.', seen.stamp);
		const [sent] = await mine();
		expect(sent).toMatchObject({
			state: 'to_resend',
			mark: 'unusable',
			resend: { reason: 'cut_off', note: 'Le bas est coupé.', told: seen.told }
		});
		expect(seen.told.said.fr).toBe('Un bord du papier est coupé.');
		expect(seen.told.advice['ar']).toBeTruthy();
	});

	it('and what was told stays as it was told when the catalogue is worded anew', async () => {
		const id = await sendReady(vault, home);
		await again(camille, id, 'expired');
		const { label, said, advice, mark, drawing, active } = await as(head, (tx) =>
			reasonByCode(tx, head, 'expired')
		);
		const reason = { label, advice, mark, drawing, active, again: true, said: { fr: 'Autre.' } };
		await as(head, (tx) => changeReason(tx, head, { code: 'expired', reason: reason as never }));
		expect((await mine())[0]?.resend?.told?.said).toEqual(said);
	});

	it('but not with a message that has changed since it was read', async () => {
		const id = await sendReady(vault, home);
		const { stamp } = await preview(camille, id, 'blurred', 'Un mot.');
		await expect(again(camille, id, 'blurred', 'Un autre mot.', stamp)).rejects.toMatchObject({
			rule: 'resend-changed'
		});
		expect((await rowOf(id)).state).toBe('received');
	});

	it('with a reason in use and a short line, else nothing is done', async () => {
		const id = await sendReady(vault, home);
		await expect(again(camille, id, 'ugly')).rejects.toMatchObject({ rule: 'resend-reason' });
		await expect(again(camille, id, 'blurred', 'x'.repeat(301))).rejects.toMatchObject({
			rule: 'resend-note-length'
		});
		expect((await rowOf(id)).state).toBe('received');
	});

	it('and the person is told by e-mail and SMS that there is news, and nothing of it', async () => {
		await as(system('test'), (tx) =>
			tx
				.update(person)
				.set({ email: 'nour@demo.test', phone: '+33600000001' })
				.where(eq(person.id, home.personId))
		);
		const [first, second] = [
			await sendReady(vault, home),
			await sendReady(vault, home, { category: 'payslips' })
		];
		const { letters } = await preview(camille, first, 'wrong_person', 'Au nom de Lina.');
		await again(camille, first, 'wrong_person', 'Au nom de Lina.');
		await again(camille, second);
		const queued = await as(system('test'), (tx) =>
			tx
				.select()
				.from(message)
				.where(eq(message.applicationId, home.applicationId))
				.orderBy(desc(message.channel))
		);
		expect(queued.map(({ channel, kind }) => [channel, kind]).sort()).toEqual([
			['email', 'paper-news'],
			['sms', 'paper-news']
		]);
		for (const { channel, body, subject } of queued) {
			expect(body).toBe(letters.find((letter) => letter.channel === channel)?.body);
			expect(body).toContain('/espace/pieces');
			expect(`${subject} ${body}`).not.toMatch(/Nour|Exemple|Lina|identité|paie|autre personne/);
		}
	});

	it('sets aside what should never have been sent: nothing is awaited in its place', async () => {
		const id = await sendReady(vault, home, { category: 'payslips' });
		await again(camille, id, 'out_of_scope');
		expect(await rowOf(id)).toMatchObject({ state: 'set_aside', mark: 'out_of_scope' });
	});

	it('may decide otherwise afterwards', async () => {
		const id = await sendReady(vault, home);
		await accept(camille, id);
		await again(other, id, 'obsolete');
		await accept(camille, id);
		expect(await rowOf(id)).toMatchObject({
			state: 'accepted',
			reason: null,
			told: null,
			mark: null
		});
	});

	it('marks what is in SNE already, which is then awaited anew', async () => {
		const id = await sendReady(vault, home);
		await accept(camille, id);
		const paperIds = [id];
		const { applicationId } = home;
		await as(camille, (tx) => depositPapers(tx, camille, { applicationId, paperIds }));
		await again(camille, id, 'obsolete');
		expect(await rowOf(id)).toMatchObject({ state: 'passed_on', mark: 'obsolete' });
		const missing = await as(home.applicant, (tx) =>
			missingPapersOf(tx, home.applicant, applicationId)
		);
		expect(missing[0]).toMatchObject({ need: 'identity', state: 'to_resend', paperId: id });
	});
});
