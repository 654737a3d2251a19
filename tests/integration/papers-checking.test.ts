import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { paperRequest } from '../../src/lib/server/db/schema/documents.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { acceptPaper } from '../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../src/lib/server/documents/ask-again.ts';
import { deliverPaper, type Within } from '../../src/lib/server/documents/deliver-paper.ts';
import { openClean } from '../../src/lib/server/documents/open-clean.ts';
import { checkDestination, paperResponse } from '../../src/lib/server/documents/paper-response.ts';
import {
	countPapersToCheck,
	missingPapersOf,
	papersOfRequest,
	papersToCheck
} from '../../src/lib/server/documents/queries.ts';
import { viewPaper } from '../../src/lib/server/documents/view-paper.ts';
import { withdrawPaper } from '../../src/lib/server/documents/withdraw-paper.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf, makeHousehold, type Household } from '../support/papers/household.ts';
import { prepareAll } from '../support/papers/prepare.ts';
import { photo } from '../support/papers/samples.ts';
import { inParts, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let antibes: Agent;
let valbonne: Agent;
let head: Agent;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
	vault = await temporaryVault();
	antibes = await agentOf('antibes');
	valbonne = await agentOf('valbonne');
	head = { ...antibes, role: 'head', counterIds: [] };
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	home = await makeHousehold('06004');
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
async function sent(category = 'national_id_card', fileName = 'carte.jpg'): Promise<string> {
	const file = { fileName, declaredType: 'image/jpeg', body: inParts(await photo()) };
	const what = () => ({ personId: home.personId, category, sendingId: randomUUID() });
	const within: Within = (work) => as(home.applicant, work);
	return (await deliverPaper(vault, home.applicant, file, what, within)).paperId;
}
async function readable(...what: Parameters<typeof sent>): Promise<string> {
	const id = await sent(...what);
	await prepareAll(vault);
	return id;
}
const accept = (actor: Actor, paperId: string) =>
	as(actor, (tx) => acceptPaper(tx, actor, { paperId }));
const again = (actor: Actor, paperId: string, reason = 'illegible', note = '') =>
	as(actor, (tx) => askAgain(tx, actor, { paperId, reason, note }));
const withdraw = (actor: Actor, paperId: string) =>
	as(actor, (tx) => withdrawPaper(tx, actor, { paperId }));
const open = (actor: Actor, paperId: string) =>
	as(actor, (tx) => openClean(tx, actor, { paperId }));
const mine = async () =>
	(await as(home.applicant, (tx) => papersOfRequest(tx, home.applicant, home.applicationId))).sent;
const journal = async (paperId: string) => {
	const lines = await as(system('test'), (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.subjectId, paperId))
	);
	return lines.map(({ action }) => action).sort();
};

describe('an agent of the territory', () => {
	it('finds the paper in the queue, oldest first, with the days left of fifteen', async () => {
		const first = await sent();
		setClock('2026-11-24T00:30:00+01:00');
		const second = await sent('tax_notice_n2');
		setClock('2026-12-01T12:00:00+01:00');
		const queue = await as(antibes, (tx) => papersToCheck(tx, antibes));
		const ours = queue.filter(({ applicationId }) => applicationId === home.applicationId);
		expect(ours.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
			[first, 7],
			[second, 8]
		]);
		expect(ours[0]).toMatchObject({ firstName: 'Nour', lastName: 'Exemple', state: 'received' });
		expect(await as(antibes, (tx) => countPapersToCheck(tx, antibes))).toBe(queue.length);
	});

	it('looks at it and accepts it, and every step is in the journal', async () => {
		const id = await readable();
		const seen = await as(antibes, (tx) => viewPaper(tx, antibes, { paperId: id }));
		expect(seen).toMatchObject({
			firstName: 'Nour',
			state: 'received',
			daysLeft: 15,
			mayOpen: true
		});
		await open(antibes, id);
		await accept(antibes, id);
		expect(await mine()).toMatchObject([{ id, state: 'accepted' }]);
		expect(await journal(id)).toEqual(['accept-paper', 'download-paper', 'view-paper']);
	});

	it('asks for it again with a reason, and it is missing once more', async () => {
		const id = await sent();
		await again(antibes, id, 'illegible', '  Le bas de la page\nest coupé. ');
		expect(await mine()).toMatchObject([
			{ state: 'to_resend', resend: { reason: 'illegible', note: 'Le bas de la page est coupé.' } }
		]);
		const missing = await as(home.applicant, (tx) =>
			missingPapersOf(tx, home.applicant, home.applicationId)
		);
		expect(missing).toMatchObject([
			{ need: 'identity', state: 'to_resend', paperId: id },
			{ need: 'tax_notice' }
		]);
	});

	it('must choose a reason of the list and keep the line short', async () => {
		const id = await sent();
		await expect(again(antibes, id, 'ugly')).rejects.toMatchObject({ rule: 'resend-reason' });
		await expect(again(antibes, id, 'obsolete', 'x'.repeat(301))).rejects.toMatchObject({
			rule: 'resend-note-length'
		});
		expect(await mine()).toMatchObject([{ state: 'received' }]);
	});

	it('cannot accept a paper that its owner took back', async () => {
		const id = await sent();
		await withdraw(home.applicant, id);
		await expect(accept(antibes, id)).rejects.toThrow(NotFound);
	});

	it('does not read a paper on health; the head of service does', async () => {
		await as(antibes, (tx) =>
			tx.insert(paperRequest).values({
				applicationId: home.applicationId,
				personId: home.personId,
				categoryCode: 'medical_certificate',
				askedAt: Temporal.Instant.from('2026-11-20T09:00:00Z'),
				askedBy: 'test'
			})
		);
		const id = await readable('medical_certificate');
		await expect(open(antibes, id)).rejects.toThrow(Refused);
		expect((await as(antibes, (tx) => viewPaper(tx, antibes, { paperId: id }))).mayOpen).toBe(
			false
		);
		expect((await open(head, id)).mediaType).toBe('application/pdf');
	});
});

describe('who has no business with a paper', () => {
	it('an agent of another territory gets "not found" for everything', async () => {
		const id = await sent();
		const look = () => as(valbonne, (tx) => viewPaper(tx, valbonne, { paperId: id }));
		for (const attempt of [open, accept, again, look]) {
			await expect(attempt(valbonne, id)).rejects.toThrow(NotFound);
		}
		const queue = await as(valbonne, (tx) => papersToCheck(tx, valbonne));
		expect(queue.some((line) => line.id === id)).toBe(false);
		expect(await journal(id)).toEqual([]);
	});

	it('an applicant neither accepts nor asks again, not even their own', async () => {
		const id = await sent();
		await expect(accept(home.applicant, id)).rejects.toThrow(Refused);
		await expect(again(home.applicant, id)).rejects.toThrow(Refused);
		const stranger = (await makeHousehold()).applicant;
		await expect(withdraw(stranger, id)).rejects.toThrow(NotFound);
	});
});

describe('an applicant takes a paper back', () => {
	it('and neither its content nor its name can be had any more', async () => {
		const id = await sent();
		const { storageKeys } = await withdraw(home.applicant, id);
		expect(storageKeys).toEqual([expect.stringMatching(/^[a-z0-9]{26}$/)]);
		expect(await mine()).toEqual([]);
		await expect(open(home.applicant, id)).rejects.toThrow(NotFound);
	});

	it('but not once an agent has accepted it', async () => {
		const id = await readable();
		await accept(antibes, id);
		await expect(withdraw(home.applicant, id)).rejects.toMatchObject({
			rule: 'paper-action-forbidden'
		});
		expect((await open(home.applicant, id)).fileName).toBe('national-id-card.pdf');
	});
});

describe('the answer that carries a paper', () => {
	it('is a download that is never kept, run, framed or sniffed', async () => {
		const opened = await open(home.applicant, await readable());
		const response = await paperResponse(vault, { ...opened, fileName: "l'été (1).pdf" });
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(Object.fromEntries(response.headers)).toEqual({
			'content-type': 'application/pdf',
			'content-length': String(bytes.length),
			'content-disposition': "attachment; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29.pdf",
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'private, no-store'
		});
		expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
	});

	it.each([
		['script', 'same-origin', false],
		['style', 'same-origin', false],
		['object', 'same-origin', false],
		['embed', 'same-origin', false],
		['iframe', 'same-origin', false],
		['image', 'cross-site', false],
		['image', 'same-origin', true],
		['document', 'none', true]
	])('asked for as %s from %s: %s', (destination, site, allowed) => {
		const headers = { 'sec-fetch-dest': destination, 'sec-fetch-site': site };
		const asking = () => checkDestination(new Request('http://localhost/', { headers }));
		if (allowed) expect(asking).not.toThrow();
		else expect(asking).toThrow(Refused);
	});
});
