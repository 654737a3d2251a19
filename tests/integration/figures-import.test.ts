import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { FIGURE_COLUMNS } from '../../src/lib/domain/figures/columns.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { figureRelease } from '../../src/lib/server/db/schema/figures.ts';
import { figuresFile, figuresTemplate } from '../../src/lib/server/figures/figures-file.ts';
import { prepareFigures } from '../../src/lib/server/figures/prepare-figures.ts';
import { publishFigures } from '../../src/lib/server/figures/publish-figures.ts';
import { listReleases, publicFigures, releaseById } from '../../src/lib/server/figures/queries.ts';
import { restoreFigures } from '../../src/lib/server/figures/restore-figures.ts';
import { listCommunes } from '../../src/lib/server/counters/queries.ts';
import { agentOf, as, MONDAY, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { figuresCsv, inWindows1252 } from '../support/figures.ts';

let database: TestDatabase;
let head: Agent;
let agent: Agent;
beforeAll(async () => {
	database = await testDatabase();
	setClock(MONDAY);
	head = await agentOf('antibes', 'head');
	agent = await agentOf('antibes');
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const meta = {
	source: 'Chiffres d’essai',
	asOf: Temporal.PlainDate.from('2026-10-01'),
	isExample: true
};
const prepare = (actor: Actor, bytes: Uint8Array, more: Partial<typeof meta> = {}) =>
	as(actor, (tx) => prepareFigures(tx, actor, { ...meta, ...more, bytes }));
const draft = async (...rows: string[]) => {
	const prepared = await prepare(head, figuresCsv(rows));
	if ('faults' in prepared) throw new Error(JSON.stringify(prepared.faults));
	return prepared.releaseId;
};
const publish = (releaseId: string, actor: Actor = head) =>
	as(actor, (tx) => publishFigures(tx, actor, { releaseId }));
const seen = () => as(VISITOR, (tx) => publicFigures(tx));
const faultsOf = async (bytes: Uint8Array) => {
	const prepared = await prepare(head, bytes);
	return 'faults' in prepared
		? prepared.faults.map(({ line, column, rule }) => [line, column, rule])
		: 'ready';
};

describe('before anything is imported', () => {
	it('a visitor is told nothing, rather than zero', async () => {
		expect(await seen()).toBeNull();
	});
});

describe('figures are imported', () => {
	it('by the head of service alone', async () => {
		const bytes = figuresCsv(['06004;;T2;100;200;30;20']);
		for (const who of [VISITOR, agent, await newApplicant()]) {
			expect(await outcomeOf(prepare(who, bytes))).toBe('Refused');
			expect(await outcomeOf(as(who, (tx) => listReleases(tx, who)))).toBe('Refused');
		}
		const releaseId = await draft('06004;;T2;100;200;30;20');
		expect(await outcomeOf(publish(releaseId, agent))).toBe('Refused');
		expect(await outcomeOf(publish('nulle-part'))).toBe('NotFound');
		expect(await seen()).toBeNull();
	});

	it('looked at first, shown only once confirmed; twice the same is once', async () => {
		const releaseId = await draft('06004;Antibes;T2;100;200;30;20,5', '06004;;T3;90;8;;');
		expect(await seen()).toBeNull();
		await Promise.all([publish(releaseId), publish(releaseId)]);
		expect(await seen()).toMatchObject({
			...meta,
			lines: [
				{ place: '06004', type: 'T2', delayMonths: { state: 'known', value: 20.5 } },
				{ place: '06004', type: 'T3', pending: { state: 'kept_back' } }
			]
		});
		const lines = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, releaseId))
		);
		expect(lines).toMatchObject([{ action: 'publish-figures', detail: { lines: 2 } }]);
	});

	it('again, and those before are kept, with who and when', async () => {
		await publish(await draft('06004;;T2;111;222;33;24'));
		expect((await seen())?.lines[0]?.stock).toEqual({ state: 'known', value: 111 });
		const releases = await as(head, (tx) => listReleases(tx, head));
		expect(releases.map(({ state, lines }) => [state, lines])).toEqual([
			['published', 1],
			['published', 2]
		]);
	});

	it('and put back as they were', async () => {
		const [, first] = await as(head, (tx) => listReleases(tx, head));
		await as(head, (tx) => restoreFigures(tx, head, { releaseId: first!.id }));
		expect((await seen())?.lines).toHaveLength(2);
		expect(await as(head, (tx) => listReleases(tx, head))).toHaveLength(3);
		const [newest] = await as(head, (tx) => listReleases(tx, head));
		await as(head, (tx) => restoreFigures(tx, head, { releaseId: newest!.id }));
		expect(await as(head, (tx) => listReleases(tx, head))).toHaveLength(3);
	});

	it('a draft is forgotten when the same person brings another file', async () => {
		const old = await draft('06004;;T2;1;1;1;1');
		await draft('06004;;T2;2;2;2;2');
		expect(await outcomeOf(as(head, (tx) => releaseById(tx, head, old)))).toBe('NotFound');
	});

	it('not of a day to come, nor without saying where they come from', async () => {
		const bytes = figuresCsv(['06004;;T2;1;1;1;1']);
		const tomorrow = Temporal.PlainDate.from('2026-11-24');
		expect(await outcomeOf(prepare(head, bytes, { asOf: tomorrow }))).toBe('figures-in-the-future');
		expect(await outcomeOf(prepare(head, bytes, { source: '  ' }))).toBe('figures-source-missing');
	});
});

describe('what was published', () => {
	it('can be changed or removed by nobody, the owner of the schema included', async () => {
		const [published] = await as(TESTING, (tx) =>
			tx.select().from(figureRelease).where(eq(figureRelease.state, 'published'))
		);
		const owner = new pg.Client(database.ownerUrl);
		await owner.connect();
		const tries = [
			`update figure_release set source = 'x' where id = '${published!.id}'`,
			`delete from figure_release where id = '${published!.id}'`,
			`update figure_line set pending = 1 where release_id = '${published!.id}'`,
			`delete from figure_line where release_id = '${published!.id}'`,
			`insert into figure_line (release_id, place, type) values ('${published!.id}', '06018', 'T5')`,
			'truncate figure_line',
			'truncate figure_release cascade'
		];
		for (const statement of tries) {
			await expect(owner.query(statement), statement).rejects.toThrow(/written once/);
		}
		await owner.end();
	});
});

describe('a file', () => {
	const header = FIGURE_COLUMNS.join(';');
	const text = (content: string) => new TextEncoder().encode(content);

	it.each([
		['in UTF-8 with its mark', text(`\uFEFF${header}\n06070;Gréolières;T2;1;1;1;1`)],
		['in Windows-1252', inWindows1252(`${header}\r\n06070;Gréolières;T2;1;1;1;1`)],
		['with commas', figuresCsv(['06070,Gréolières,T2,"1 000",1,1,"1,5"'], ',')],
		['with tabs', figuresCsv(['06070\tGréolières\tT2\t1\t1\t1\t1'], '\t')],
		['with old line ends', text(`${header}\r06070;;T2;1;1;1;1\r`)],
		['with empty rows and spaces', text(`${header}\n\n ; ; ; ; ; ; \n06070;;T2;1;1;1;1\n\n`)],
		['with everything in quotes', figuresCsv(['"06070";"Gréolières";"T2";"1";"1";"1";"1"'])]
	])('is read: %s', async (_, bytes) => {
		expect(await faultsOf(bytes)).toBe('ready');
	});

	it.each([
		['empty', text(' \n '), 'figures-file-empty'],
		['in UTF-16', Uint8Array.from(Buffer.from(header, 'utf16le')), 'figures-file-not-text'],
		['a spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'figures-file-not-text'],
		['too large', new Uint8Array(600_000).fill(59), 'figures-file-too-large'],
		[
			'with a quote never closed',
			figuresCsv(['06004;"Antibes;T2;1;1;1;1']),
			'figures-file-unreadable'
		],
		['with a quote in a word', figuresCsv(['06004;An"tibes;T2;1;1;1;1']), 'figures-file-unreadable']
	])('is refused with a reason: %s', async (_, bytes, rule) => {
		expect(await outcomeOf(prepare(head, bytes))).toBe(rule);
	});

	it('says the line as a spreadsheet counts them, empty ones included', async () => {
		const bytes = text(`${header}\n\n06004;;T2;1;1;1;1\n\n06004;;T3;x;1;1;1\n06004;;T4;1\n`);
		expect(await faultsOf(bytes)).toEqual([
			[5, 'parc', 'not-a-number'],
			[6, null, 'cell-count']
		]);
	});

	it('with one fault changes nothing of what is shown', async () => {
		const before = await seen();
		expect(await faultsOf(figuresCsv(['06004;;T2;5;5;5;5', '06004;;T2;5;5;5;5']))).toEqual([
			[3, 'type', 'line-twice']
		]);
		expect(await seen()).toEqual(before);
	});

	it('is not run by a spreadsheet when it leaves again', async () => {
		const lines = [
			{
				place: '06004',
				type: 'T2',
				stock: 1,
				pending: null,
				allotted: 2,
				delayMonths: 1.5
			} as const
		];
		const hostile = figuresFile(lines, new Map([['06004', '=cmd|calc']]));
		expect(hostile).toContain(`"06004";"'=cmd|calc";"T2";1;;2;1,5`);
	});

	it('leaves and comes back the same; the template is a file without a fault', async () => {
		const communes = await as(VISITOR, (tx) => listCommunes(tx));
		const names = new Map(communes.map(({ insee, name }) => [insee, name]));
		expect(await faultsOf(text(figuresTemplate(names)))).toBe('ready');
		const releaseId = await draft('06018;Biot;T2;12;;0;', 'EPCI;;TOUS;500;600;70;18,5');
		const { lines } = await as(head, (tx) => releaseById(tx, head, releaseId));
		const again = await prepare(head, text(figuresFile(lines, names)));
		const copy = 'releaseId' in again ? again.releaseId : '';
		expect((await as(head, (tx) => releaseById(tx, head, copy))).lines).toEqual(lines);
	});
});
