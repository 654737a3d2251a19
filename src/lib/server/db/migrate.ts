import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { installJobQueue } from './job-queue.ts';

const migrationsFolder = fileURLToPath(new URL('../../../../drizzle/migrations', import.meta.url));

/**
 * Brings the schema up to date, as its owner.
 * @param ownerUrl connection of the role that owns the database; the app's own role may not change the schema
 */
export async function migrate(ownerUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: ownerUrl });
	client.on('error', () => undefined);
	await client.connect();
	try {
		await client.query(`set client_min_messages = warning`);
		await applyMigrations(drizzle(client), { migrationsFolder });
	} finally {
		await client.end();
	}
	await installJobQueue(ownerUrl);
}
