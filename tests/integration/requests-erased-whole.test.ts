import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ne } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../drizzle/seed/demo.ts';
import { emptyPapers } from '../../src/jobs/empty-papers.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';
import { as, MONDAY, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { happens } from '../support/offers.ts';

// The people of the demonstration have lived through everything the application knows of: a year after the last of
// their requests was struck off, nothing anywhere may still speak of them.

let folder: string;
let db: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'erased-'));
	process.env['STORAGE_DIR'] = folder;
	db = await testDatabase();
	admin = new pg.Client(db.adminUrl);
	await admin.connect();
	setClock(MONDAY);
	await seedDemo();
});
afterAll(async () => {
	setClock();
	delete process.env['STORAGE_DIR'];
	forgetEnvironment();
	await admin.end();
	await db.drop();
	rmSync(folder, { recursive: true });
});

test('of everybody whose request was struck off a year ago nothing is left, in any table or file', async () => {
	const traces = await tracesOfPeople();
	expect(traces.length).toBeGreaterThan(800);
	const before = await everything();
	expect(traces.filter(({ trace }) => !before.includes(trace))).toEqual([]);
	expect(filesLeft()).not.toEqual([]);

	await strikeEverybodyOff();
	setClock('2027-11-25T10:00:00+01:00');
	const done = await emptyPapers();

	expect(done.requests).toBeGreaterThan(190);
	const [all, journal] = [await everything(), await everything({ journal: true })];
	expect(traces.filter(({ trace }) => all.includes(trace))).toEqual([]);
	// The journal of accesses keeps identifiers, which lead nowhere any more.
	expect(traces.filter(({ trace, isId }) => !isId && journal.includes(trace))).toEqual([]);
	expect(filesLeft()).toEqual([]);
});

test('every table that names a request, or what a request names, is emptied with it', async () => {
	const { rows } = await admin.query<{ name: string }>(`
		with recursive naming as (
			select 'application'::regclass as name
			union
			select conrelid from pg_constraint join naming on confrelid = name
			where contype = 'f' and confdeltype = 'a'
		)
		select name::text from naming`);
	const { rows: source } = await admin.query<{ text: string }>(
		`select pg_get_functiondef('erase_application'::regproc) as text`
	);
	expect(rows.length).toBeGreaterThan(25);
	const forgotten = rows.filter(({ name }) => !source[0]!.text.includes(`delete from ${name} `));
	// Erased before, by the application, with what lies in the store (erase-struck-off.ts).
	expect(forgotten.map(({ name }) => name).toSorted()).toEqual([
		'paper',
		'paper_file',
		'paper_page',
		'sealed_object'
	]);
});

/** What would betray somebody: their numbers and addresses, and the identifiers that lead to them. */
async function tracesOfPeople(): Promise<{ trace: string; isId: boolean }[]> {
	const { rows } = await admin.query<{ trace: string; isId: boolean }>(`
		select id::text as trace, true as "isId" from application
		union select unique_number, false from application
		union select id::text, true from person
		union select id::text, true from applicant_account
		union select email, false from person where email is not null
		union select phone, false from person where phone is not null`);
	return rows;
}

async function strikeEverybodyOff(): Promise<void> {
	const open = await as(TESTING, (tx) =>
		tx
			.select({ id: application.id, state: application.state })
			.from(application)
			.where(ne(application.state, 'struck_off'))
	);
	for (const { id } of open) await happens(id, 'struck_off_renounced', '2026-11-24');
}

/** All rows of all tables as text: without the journal of accesses, or of it alone. */
async function everything({ journal = false } = {}): Promise<string> {
	const { rows: tables } = await admin.query<{ name: string }>(`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema') and (tablename = 'audit_entry') = ${journal}`);
	const texts: string[] = [];
	for (const { name } of tables) {
		const { rows } = await admin.query<{ text: string }>(`select t::text as text from ${name} t`);
		texts.push(...rows.map(({ text }) => text));
	}
	return texts.join('\n');
}

function filesLeft(): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);
}
