import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { onDatabase } from '../../scripts/postgres/addresses.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';

/** A database of one test file. */
export interface TestDatabase {
	/** As the application connects. */
	url: string;
	/** As the owner of the schema. */
	ownerUrl: string;
	/** As superuser, for what the application can never do: end another's connections. */
	adminUrl: string;
	/** Closes the pool of this process and removes the database. Call it in afterAll. */
	drop(): Promise<void>;
}

/**
 * A fresh database, migrated and with the reference data, for the test file that calls this in
 * beforeAll. Points DATABASE_URL and DATABASE_OWNER_URL of this process at it.
 */
export async function testDatabase(): Promise<TestDatabase> {
	const template = inject('postgres');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await run(template.adminUrl, `create database ${name} template guichet owner guichet_owner`);
	const [url, ownerUrl, adminUrl] = [template.webUrl, template.ownerUrl, template.adminUrl].map(
		(address) => onDatabase(address, name)
	) as [string, string, string];
	await closeDatabase();
	Object.assign(process.env, {
		GUICHET_MODE: 'test',
		DATABASE_URL: url,
		DATABASE_OWNER_URL: ownerUrl
	});
	forgetEnvironment();
	const drop = async () => {
		await closeDatabase();
		await run(template.adminUrl, `drop database if exists ${name} with (force)`);
	};
	return { url, ownerUrl, adminUrl, drop };
}

// Connected to another database: one with a connection open can be neither copied nor removed.
async function run(adminUrl: string, statement: string): Promise<void> {
	const client = new pg.Client(onDatabase(adminUrl, 'postgres'));
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
