import type { RequestState } from '../../src/lib/domain/applications/event-kinds.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { issueActivationCode } from '../../src/lib/server/accounts/issue-activation-code.ts';
import { openSearch, sealSearch } from '../../src/lib/server/applications/kept-search.ts';
import { searchApplications } from '../../src/lib/server/applications/queries.ts';
import {
	countRenewalsDue,
	listRenewalsDue
} from '../../src/lib/server/applications/renewals-due.ts';
import { viewApplication } from '../../src/lib/server/applications/view-application.ts';
import { auditLines } from '../../src/lib/server/audit/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { makeAppointment, makeRequest } from '../support/agents/territory.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf } from '../support/papers/household.ts';

const ANTIBES = '06004';
const VALBONNE = '06152';
let database: TestDatabase;
let antibes: Agent;
let valbonne: Agent;
let head: Agent;
let helene: string;
let percent: string;

beforeAll(async () => {
	database = await testDatabase();
	setClock('2026-11-23T09:00:00+01:00');
	antibes = await agentOf('antibes');
	valbonne = { ...(await agentOf('valbonne')), staffId: '0198c0de-0000-7000-8000-000000000002' };
	head = {
		...antibes,
		staffId: '0198c0de-0000-7000-8000-000000000003',
		role: 'head',
		counterIds: []
	};
	helene = await makeRequest({
		uniqueNumber: '006012600000901F06',
		firstName: 'Hélène',
		lastName: 'Çelik',
		insee: ANTIBES
	});
	percent = await makeRequest({
		uniqueNumber: '006012600000902F06',
		firstName: 'Zo%é',
		lastName: "O'Bri_en\\",
		insee: ANTIBES
	});
	for (let serial = 10; serial < 40; serial += 1) {
		const uniqueNumber = `0060126000009${serial}F06`;
		await makeRequest({ uniqueNumber, firstName: 'Nour', lastName: 'Exemple', insee: ANTIBES });
	}
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
const view = (actor: Actor, applicationId: string) =>
	as(actor, (tx) => viewApplication(tx, actor, { applicationId }));
const found = async (actor: Agent, text: string, page = 0) =>
	(await as(actor, (tx) => searchApplications(tx, actor, text, page))).applications.map(
		({ id }) => id
	);
const journalOf = (applicationId: string) =>
	as(system('test'), (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.applicationId, applicationId))
	);

describe('an agent opens the file of a request', () => {
	it('of her territory, and leaves one line in the journal each time', async () => {
		const file = await view(antibes, helene);
		expect(file.household[0]?.lastName).toBe('Çelik');
		expect(await journalOf(helene)).toMatchObject([
			{
				action: 'view-application',
				actorKind: 'agent',
				actorId: antibes.staffId,
				subjectId: helene
			}
		]);
		await view(antibes, helene);
		expect(await journalOf(helene)).toHaveLength(2);
	});

	it('of another territory and finds nothing, nor does her try leave a line', async () => {
		const before = await journalOf(helene);
		await expect(view(valbonne, helene)).rejects.toBeInstanceOf(NotFound);
		expect(await journalOf(helene)).toEqual(before);
	});

	it.each(['0198c0de-0000-7000-8000-00000000ffff', 'x', "' or true --", '../', ''])(
		'that does not exist (%s) and finds nothing',
		async (id) => {
			await expect(view(antibes, id)).rejects.toBeInstanceOf(NotFound);
		}
	);

	it('of another territory once the person has an appointment at her counter', async () => {
		const id = await makeRequest({
			uniqueNumber: '006012600000950F06',
			firstName: 'Ana',
			lastName: 'Lima',
			insee: ANTIBES
		});
		await expect(view(valbonne, id)).rejects.toBeInstanceOf(NotFound);
		await makeAppointment({
			applicationId: id,
			slug: 'valbonne',
			startsAt: '2026-11-24T09:00:00+01:00'
		});
		expect((await view(valbonne, id)).appointments).toHaveLength(1);
		expect((await view(antibes, id)).appointments).toEqual([]);
	});

	it('as head of service wherever the person lives', async () => {
		const id = await makeRequest({
			uniqueNumber: '006012600000951F06',
			firstName: 'Lia',
			lastName: 'Roux',
			insee: VALBONNE
		});
		expect((await view(head, id)).application.id).toBe(id);
		expect((await view(head, helene)).application.id).toBe(helene);
	});

	it('and nobody but an agent may, not even the person by this door', async () => {
		const applicant = {
			kind: 'applicant',
			accountId: antibes.staffId,
			applicationId: helene
		} as const;
		await expect(view(applicant, helene)).rejects.toBeInstanceOf(NotFound);
		await expect(view({ kind: 'visitor' }, helene)).rejects.toBeInstanceOf(NotFound);
	});
});

describe('an agent looks for somebody', () => {
	it.each(['helene celik', 'CELIK', 'Çelik Hélène', ' hélène '])(
		'by name, as she writes it: %s',
		async (text) => {
			expect(await found(antibes, text)).toEqual([helene]);
		}
	);

	it.each([
		'0060126 000009 01F06',
		'006 0126 000009 01',
		'006012600000901f06',
		'006.0126.000009-01'
	])('by number, as it is printed or dictated: %s', async (text) => {
		expect(await found(antibes, text)).toEqual([helene]);
	});

	it.each([
		['%', 1],
		['_', 1],
		['\\', 1],
		["'", 1],
		["o'bri_en\\", 1],
		["' or true --", 0],
		['%%', 0],
		['-', 0],
		['. .', 0]
	])('and %s is a text like another', async (text, count) => {
		expect(await found(antibes, text)).toEqual(count === 1 ? [percent] : []);
	});

	it('page after page, without missing or repeating anybody', async () => {
		const first = await as(antibes, (tx) => searchApplications(tx, antibes, 'exemple', 0));
		const second = await as(antibes, (tx) => searchApplications(tx, antibes, 'exemple', 1));
		expect([first.applications.length, first.more]).toEqual([25, true]);
		expect([second.applications.length, second.more]).toEqual([5, false]);
		expect(new Set([...first.applications, ...second.applications].map(({ id }) => id)).size).toBe(
			30
		);
	});

	it('of another territory and finds nobody, while the head of service does', async () => {
		expect(await found(valbonne, 'celik')).toEqual([]);
		expect(await found(head, 'celik')).toEqual([helene]);
	});

	it('and only she can read again what she looked for', () => {
		const kept = sealSearch('Çelik', antibes.staffId);
		expect(openSearch(kept, antibes.staffId)).toBe('Çelik');
		expect(openSearch(kept, valbonne.staffId)).toBe('');
		expect(openSearch(`${kept.slice(0, -2)}AA`, antibes.staffId)).toBe('');
		expect([undefined, '', 'x', '%'].map((text) => openSearch(text, antibes.staffId))).toEqual([
			'',
			'',
			'',
			''
		]);
	});
});

describe('an agent sees which requests end soon', () => {
	it('on her territory, from today to the thirtieth day, the most pressing first', async () => {
		const ends = (
			serial: number,
			daysLeft: number,
			insee = VALBONNE,
			state: RequestState = 'registered'
		) =>
			makeRequest({
				uniqueNumber: `0060126000008${serial}F06`,
				firstName: 'Eva',
				lastName: 'Test',
				insee,
				daysLeft,
				state
			});
		const later = await ends(11, 30);
		const now = await ends(12, 0);
		await ends(13, 31);
		await ends(14, -1);
		await ends(15, 10, VALBONNE, 'struck_off');
		await ends(16, 10, ANTIBES);
		const due = await as(valbonne, (tx) => listRenewalsDue(tx, valbonne, 0));
		expect(due.applications.map(({ id }) => id)).toEqual([now, later]);
		expect(await as(valbonne, (tx) => countRenewalsDue(tx, valbonne))).toBe(2);
		expect(await as(head, (tx) => countRenewalsDue(tx, head))).toBe(3);
	});
});

describe('an agent hands over an activation code', () => {
	it('for a request of her territory, which the journal tells without the code', async () => {
		const { code } = await as(antibes, (tx) =>
			issueActivationCode(tx, antibes, { applicationId: percent })
		);
		expect(code.replace(/\s/g, '')).toMatch(/^\d{16}$/);
		const lines = await journalOf(percent);
		expect(lines.map(({ action }) => action)).toEqual(['issue-activation-code']);
		expect(JSON.stringify(lines)).not.toContain(code.slice(0, 9));
	});

	it('and not for a stranger’s', async () => {
		const issue = as(valbonne, (tx) =>
			issueActivationCode(tx, valbonne, { applicationId: percent })
		);
		await expect(issue).rejects.toBeInstanceOf(NotFound);
	});
});

describe('the journal', () => {
	const read = (actor: Actor, day: string | null = null, page = 0, pageSize = 50) =>
		as(actor, (tx) =>
			auditLines(tx, actor, {
				day: day === null ? null : Temporal.PlainDate.from(day),
				page,
				pageSize
			})
		);

	it('shows an agent her own lines, newest first, and the head everybody’s', async () => {
		setClock('2026-11-24T09:00:00+01:00');
		await view(antibes, helene);
		setClock('2026-11-24T10:00:00+01:00');
		await view(head, helene);
		const mine = await read(antibes, '2026-11-24');
		expect(mine.lines.map(({ at }) => at.toString())).toEqual(['2026-11-24T08:00:00Z']);
		const all = await read(head, '2026-11-24');
		expect(all.lines.map(({ at }) => at.toString())).toEqual([
			'2026-11-24T09:00:00Z',
			'2026-11-24T08:00:00Z'
		]);
		expect((await read(valbonne, '2026-11-24')).lines).toEqual([]);
	});

	it('cuts days at midnight in Paris, not elsewhere', async () => {
		setClock('2026-12-01T23:30:00Z');
		await view(antibes, helene);
		expect((await read(antibes, '2026-12-01')).lines).toEqual([]);
		expect((await read(antibes, '2026-12-02')).lines).toHaveLength(1);
	});

	it('comes in pages', async () => {
		const first = await read(antibes, null, 0, 2);
		const second = await read(antibes, null, 1, 2);
		expect(first.more).toBe(true);
		expect(first.lines.map(({ id }) => id)).not.toContain(second.lines[0]?.id);
	});

	it('is for agents alone', async () => {
		await expect(read({ kind: 'visitor' })).rejects.toBeInstanceOf(Refused);
	});
});
