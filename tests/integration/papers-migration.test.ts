import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onDatabase } from '../../scripts/postgres/addresses.ts';
import { keyringOf, wrapKey } from '../../src/lib/server/documents/keyring.ts';
import { openObject } from '../../src/lib/server/documents/sealed-objects.ts';
import { sealContent } from '../../src/lib/server/documents/sealing.ts';
import { inParts, MASTER_1, temporaryVault } from '../support/papers/vault.ts';

const FOLDER = new URL('../../drizzle/migrations/', import.meta.url);
const PAPERS = '0006_papers.sql';
const RING = keyringOf([MASTER_1]);
let admin: pg.Client;
let client: pg.Client;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
const name = `migration_${randomUUID().replaceAll('-', '')}`;

beforeAll(async () => {
	vault = await temporaryVault();
	admin = new pg.Client(inject('postgres').adminUrl);
	await admin.connect();
	await admin.query(`create database ${name}`);
	client = new pg.Client(onDatabase(inject('postgres').adminUrl, name));
	await client.connect();
	for (const extension of ['btree_gist', 'pg_trgm', 'unaccent']) {
		await client.query(`create extension if not exists ${extension}`);
	}
	const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort();
	for (const file of files.slice(0, files.indexOf(PAPERS))) await run(file);
});
afterAll(async () => {
	await client.end();
	await admin.query(`drop database ${name}`);
	await admin.end();
	await vault.drop();
});

async function run(file: string): Promise<void> {
	const text = await readFile(new URL(file, FOLDER), 'utf8');
	for (const statement of text.split('--> statement-breakpoint')) await client.query(statement);
}

const ID = { request: randomUUID(), here: randomUUID(), gone: randomUUID(), filed: randomUUID() };
const KEY = Buffer.alloc(32, 'key of a paper');

/** A request with a paper that is here, one taken back, and one long since in SNE, as they were written before. */
async function before(): Promise<void> {
	const context = { applicationId: ID.request, paperId: ID.here, objectId: null };
	const storageKey = 'abcdefghijklmnopqrstuvwxyz';
	await vault.store.write(storageKey, sealContent(inParts(Buffer.from('avis')), KEY, context));
	await vault.store.promote(storageKey);
	const { wrappedKey, masterKeyVersion } = wrapKey(RING, KEY, context);
	await client.query(
		`insert into application (id, unique_number, filed_on, state, valid_until, created_at, updated_at, origin, stated_on)
		values ($1, '006012600000001F06', '2026-01-12', 'registered', '2027-01-12', now(), now(), 'declared', '2026-01-12')`,
		[ID.request]
	);
	await client.query(
		`insert into paper_category (code, group_code, level, per_person, sensitive, label, explanation, source, position)
		values ('lease', 'housing', 'on_request', false, false, '{}', '{}', 'test', 1)`
	);
	const insert = `insert into paper (id, application_id, category_code, state, file_name, media_type, byte_size, sha256,
		storage_key, wrapped_key, master_key_version, sending_id, sent_by, received_at, checked_at, checked_by)
		values ($1, $2, 'lease', $3, 'bail.pdf', 'application/pdf', 4, $4, $5, $6, $7, uuidv7(), 'applicant:x',
		'2026-11-02T09:00:00Z', $8, $9)`;
	const digest = '0'.repeat(64);
	const of = (id: string, state: string) => [id, ID.request, state, digest];
	await client.query(insert, [
		...of(ID.here, 'received'),
		storageKey,
		wrappedKey,
		masterKeyVersion,
		null,
		null
	]);
	await client.query(insert, [...of(ID.gone, 'deleted'), null, null, null, null, null]);
	const checked = ['2026-11-03T09:00:00Z', 'agent:y'];
	await client.query(insert, [...of(ID.filed, 'passed_on'), null, null, null, ...checked]);
}

describe('papers sent before a paper could have several files', () => {
	it('keep their content, are due to be prepared, and facts stay facts', async () => {
		await before();
		await run(PAPERS);
		const { rows } = await client.query<{ id: string; prepare: boolean; destroyed: boolean }>(
			`select id, state, prepare_at is not null prepare, destroyed_at is not null destroyed, deposited_by by
			from paper order by state`
		);
		expect(rows).toMatchObject([
			{ id: ID.here, state: 'received', prepare: true, destroyed: false, by: null },
			{ id: ID.filed, state: 'passed_on', prepare: false, destroyed: true, by: 'agent:y' },
			{ id: ID.gone, state: 'deleted', prepare: false, destroyed: true, by: null }
		]);
		const { rows: files } = await client.query(`select f.*, o.* from paper_file f
			join sealed_object o on o.id = f.object_id`);
		expect(files).toMatchObject([
			{ paper_id: ID.here, file_name: 'bail.pdf', state: 'arrived', role: 'original', seal: 1 }
		]);
		const [row] = files;
		const opened = openObject(vault, {
			...row,
			id: row.object_id,
			applicationId: row.application_id,
			paperId: row.paper_id,
			storageKey: row.storage_key,
			wrappedKey: row.wrapped_key,
			masterKeyVersion: row.master_key_version
		});
		expect(Buffer.concat(await Array.fromAsync(opened)).toString()).toBe('avis');
	});
});
