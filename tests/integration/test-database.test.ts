import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
beforeAll(async () => {
	own = await testDatabase();
});
afterAll(() => own.drop());

async function ask(url: string, statement: string): Promise<unknown[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return (await client.query(statement)).rows;
	} finally {
		await client.end();
	}
}

test('a test gets a migrated database of its own, with the reference data', async () => {
	const [row] = await ask(
		own.ownerUrl,
		'select current_database() as name, count(*)::int as n from counter'
	);
	expect(row).toEqual({ name: new URL(own.url).pathname.slice(1), n: 24 });
});

test('the application logs in to it without owning anything of it', async () => {
	const owned = `select count(*)::int as n from pg_class where relowner = 'guichet_web'::regrole`;
	expect(await ask(own.url, owned)).toEqual([{ n: 0 }]);
	await expect(ask(own.url, 'create table mine (id int)')).rejects.toThrow('permission denied');
});
