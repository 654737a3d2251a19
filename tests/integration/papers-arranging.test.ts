import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { eventsOf } from '../../src/lib/server/applications/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { paperFile, paperPage } from '../../src/lib/server/db/schema/paper-content.ts';
import { acceptPaper } from '../../src/lib/server/documents/accept-paper.ts';
import { mergePapers } from '../../src/lib/server/documents/merge-papers.ts';
import { rotatePage } from '../../src/lib/server/documents/rotate-page.ts';
import { scanForPerson, type Scan } from '../../src/lib/server/documents/scan-for-person.ts';
import { splitPaper } from '../../src/lib/server/documents/split-paper.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	as,
	ask,
	coloursOf,
	colleagueOf,
	journalOf,
	rowOf,
	sendReady,
	withinOf
} from '../support/papers/desk.ts';
import {
	agentOf,
	forgetPapers,
	makeHousehold,
	type Household
} from '../support/papers/household.ts';
import { inParts, jpegBytes, objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let camille: Agent;
let other: Agent;
let valbonne: Agent;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
	vault = await temporaryVault();
	const antibes = await agentOf('antibes');
	camille = await colleagueOf(antibes, 'Camille');
	other = await colleagueOf(antibes, 'Sacha');
	valbonne = await colleagueOf(await agentOf('valbonne'), 'Dominique');
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

const split = (actor: Actor, paperId: string, from: number, category = 'payslips') =>
	splitPaper(
		vault,
		actor,
		{ paperId, from, real: { category, personId: home.personId } },
		withinOf(actor)
	);
const merge = (actor: Actor, paperId: string, others: string[]) =>
	mergePapers(vault, actor, { paperId, others }, withinOf(actor));
const rotate = (actor: Actor, paperId: string, number: number, turn: 90 | 180 | 270) =>
	as(actor, (tx) => rotatePage(tx, actor, { paperId, number, turn }));
const rotations = (paperId: string) =>
	as(system('test'), (tx) =>
		tx
			.select({ number: paperPage.number, rotation: paperPage.rotation })
			.from(paperPage)
			.where(eq(paperPage.paperId, paperId))
			.orderBy(paperPage.number)
	);

describe('an agent turns a page', () => {
	it('to the right or to the left, and the file for SNE is made anew', async () => {
		const id = await sendReady(vault, home, { colours: ['white', 'red'] });
		await rotate(camille, id, 2, 270);
		await rotate(camille, id, 2, 180);
		expect(await rotations(id)).toEqual([
			{ number: 1, rotation: 0 },
			{ number: 2, rotation: 90 }
		]);
		expect(await rowOf(id)).toMatchObject({ preparedAt: null });
		expect(await journalOf(id)).toEqual(['rotate-page', 'rotate-page']);
	});

	it('that is there, of a paper of their territory that they may read', async () => {
		const id = await sendReady(vault, home);
		await expect(rotate(camille, id, 2, 90)).rejects.toThrow(NotFound);
		await expect(rotate(valbonne, id, 1, 90)).rejects.toThrow(NotFound);
		await expect(rotate(home.applicant, id, 1, 90)).rejects.toThrow(Refused);
		await ask(home, 'medical_certificate');
		const health = await sendReady(vault, home, { category: 'medical_certificate' });
		await expect(rotate(camille, health, 1, 90)).rejects.toThrow(Refused);
	});
});

describe('an agent makes two papers of one', () => {
	it('pages keep their order and content, and the clock of both is that of the first reception', async () => {
		setClock('2026-11-10T09:00:00+01:00');
		const id = await sendReady(vault, home, { colours: ['white', 'red', 'blue'] });
		const { receivedAt } = await rowOf(id);
		setClock('2026-11-23T09:00:00+01:00');
		const { paperId } = await split(camille, id, 2);
		expect(await coloursOf(vault, id)).toEqual(['white']);
		expect(await coloursOf(vault, paperId)).toEqual(['red', 'blue']);
		expect(await rowOf(id)).toMatchObject({ pageCount: 1, preparedAt: null });
		expect(await rowOf(paperId)).toMatchObject({
			state: 'received',
			pageCount: 2,
			scan: 'clean',
			categoryCode: 'payslips',
			receivedAt
		});
		expect(await objects(vault, 'incoming')).toEqual([]);
		expect(await journalOf(id)).toEqual(['split-paper']);
	});

	it('two agents at once: one cut, and the other is told', async () => {
		const id = await sendReady(vault, home, { colours: ['white', 'red'] });
		const outcomes = await Promise.allSettled([split(camille, id, 2), split(other, id, 2)]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await coloursOf(vault, id)).toEqual(['white']);
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it.each([1, 3])('but not before page %i of two', async (from) => {
		const id = await sendReady(vault, home, { colours: ['white', 'red'] });
		await expect(split(camille, id, from)).rejects.toMatchObject({ rule: 'split-nothing' });
	});

	it('but not once it is decided, nor of a kind that does not exist, nor elsewhere', async () => {
		const id = await sendReady(vault, home, { colours: ['white', 'red'] });
		await expect(split(camille, id, 2, 'toaster')).rejects.toMatchObject({
			rule: 'paper-unknown-kind'
		});
		await expect(split(valbonne, id, 2)).rejects.toThrow(NotFound);
		await as(camille, (tx) => acceptPaper(tx, camille, { paperId: id }));
		await expect(split(camille, id, 2)).rejects.toMatchObject({ rule: 'paper-not-arrangeable' });
		expect(await coloursOf(vault, id)).toEqual(['white', 'red']);
	});
});

describe('an agent joins papers that are one document', () => {
	it('pages follow in order, the earliest reception counts, and only the fact stays of the others', async () => {
		const whole = await sendReady(vault, home, { colours: ['white'] });
		setClock('2026-11-12T09:00:00+01:00');
		const early = await sendReady(vault, home, { colours: ['red', 'blue'] });
		const { receivedAt } = await rowOf(early);
		setClock('2026-11-24T09:00:00+01:00');
		const late = await sendReady(vault, home, { colours: ['black'] });
		await merge(camille, whole, [early, late]);
		expect(await coloursOf(vault, whole)).toEqual(['white', 'red', 'blue', 'black']);
		expect(await rowOf(whole)).toMatchObject({ pageCount: 4, receivedAt, preparedAt: null });
		for (const id of [early, late]) {
			expect(await rowOf(id)).toMatchObject({ state: 'deleted', mergedInto: whole });
			expect(await coloursOf(vault, id)).toEqual([]);
		}
		expect(await objects(vault, 'incoming')).toEqual([]);
		expect(await journalOf(whole)).toEqual(['merge-papers']);
	});

	it('two agents who join the same papers both ways: one whole, no page lost', async () => {
		const [a, b] = [
			await sendReady(vault, home, { colours: ['white'] }),
			await sendReady(vault, home, { colours: ['red'] })
		];
		const outcomes = await Promise.allSettled([merge(camille, a, [b]), merge(other, b, [a])]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const pages = [...(await coloursOf(vault, a)), ...(await coloursOf(vault, b))];
		expect(pages.sort()).toEqual(['red', 'white']);
	});

	it('of one request, undecided, and at least two', async () => {
		const id = await sendReady(vault, home);
		const stranger = await sendReady(vault, await makeHousehold('06004'));
		await expect(merge(camille, id, [stranger])).rejects.toThrow(NotFound);
		await expect(merge(camille, id, [])).rejects.toMatchObject({ rule: 'merge-nothing' });
		await expect(merge(camille, id, [id])).rejects.toMatchObject({ rule: 'merge-nothing' });
		const accepted = await sendReady(vault, home);
		await as(camille, (tx) => acceptPaper(tx, camille, { paperId: accepted }));
		await expect(merge(camille, id, [accepted])).rejects.toMatchObject({
			rule: 'paper-not-arrangeable'
		});
		await expect(merge(valbonne, id, [accepted])).rejects.toThrow(NotFound);
	});
});

describe('an agent scans a paper for a person', () => {
	const day = (text: string) => Temporal.PlainDate.from(text);
	const form = (over: Partial<Scan> = {}): Scan => ({
		real: { category: 'payslips', personId: home.personId },
		sendingId: randomUUID(),
		receivedOn: day('2026-11-23'),
		isPresent: true,
		...over
	});
	const scan = (actor: Actor, said: Scan, files: Buffer[] = [jpegBytes(4_000)]) =>
		scanForPerson(
			vault,
			actor,
			{ applicationId: home.applicationId },
			async (take) => {
				for (const [index, bytes] of files.entries()) {
					const file = { fileName: `page-${index + 1}.jpg`, declaredType: 'image/jpeg' };
					await take({ ...file, body: inParts(bytes) });
				}
				return said;
			},
			withinOf(actor)
		);

	it('a file that the service finds too large is refused, as it is to an applicant', async () => {
		const head: Agent = { ...camille, role: 'head' };
		const allow = (value: number) =>
			as(head, (tx) =>
				setSetting(tx, head, { key: 'paper_file_megabytes', value, confirmed: true })
			);
		const file = [jpegBytes(5_000_001)];
		await allow(5);
		await expect(scan(camille, form(), file)).rejects.toMatchObject({ rule: 'file-too-large' });
		await allow(10);
		expect(await scan(camille, form(), file)).toMatchObject({ repeated: false });
	});

	it('several files are one paper, and the timeline says which counter sent it, the person being there', async () => {
		const files = [jpegBytes(4_000, 'a'), jpegBytes(5_000, 'b')];
		const { paperId } = await scan(camille, form(), files);
		expect(await rowOf(paperId)).toMatchObject({
			state: 'received',
			channel: 'counter',
			sentBy: `agent:${camille.staffId}`
		});
		const kept = await as(system('test'), (tx) =>
			tx
				.select({ name: paperFile.fileName, size: paperFile.byteSize })
				.from(paperFile)
				.where(eq(paperFile.paperId, paperId))
				.orderBy(paperFile.position)
		);
		expect(kept).toEqual([
			{ name: 'page-1.jpg', size: 4_000 },
			{ name: 'page-2.jpg', size: 5_000 }
		]);
		const [event] = await as(camille, (tx) => eventsOf(tx, home.applicationId));
		expect(event).toMatchObject({
			kind: 'papers_received',
			origin: 'counter',
			author: 'Guichet logement d’Antibes',
			detail: { paperId, category: 'payslips', presence: 'present' }
		});
		expect(await journalOf(paperId)).toEqual(['scan-for-person']);
	});

	it('the fifteen days run from the day it was handed over', async () => {
		const { paperId } = await scan(
			camille,
			form({ receivedOn: day('2026-11-18'), isPresent: false })
		);
		expect((await rowOf(paperId)).receivedAt?.toString()).toBe('2026-11-18T11:00:00Z');
	});

	it.each(['2026-11-24', '2026-09-01'])('and that day is not %s', async (receivedOn) => {
		await expect(scan(camille, form({ receivedOn: day(receivedOn) }))).rejects.toMatchObject({
			rule: 'scan-date'
		});
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('the same form twice is one paper', async () => {
		const said = form();
		const first = await scan(camille, said);
		expect(await scan(camille, said)).toEqual({ paperId: first.paperId, repeated: true });
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('refuses what no file is, and leaves nothing behind', async () => {
		await expect(scan(camille, form(), [])).rejects.toMatchObject({ rule: 'scan-no-file' });
		await expect(
			scan(camille, form(), [jpegBytes(4_000), Buffer.from('PK\x03\x04 word/')])
		).rejects.toMatchObject({ rule: 'file-office' });
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('is for agents of the territory, and a sensitive paper for those who may read it', async () => {
		await expect(scan(valbonne, form())).rejects.toThrow(NotFound);
		await expect(scan(home.applicant, form())).rejects.toThrow(Refused);
		const real = { category: 'medical_certificate', personId: home.personId };
		await expect(scan(camille, form({ real }))).rejects.toThrow(Refused);
		const trusted = { ...camille, readsSensitive: true };
		const { paperId } = await scan(trusted, form({ real }));
		expect((await rowOf(paperId)).categoryCode).toBe('medical_certificate');
	});
});
