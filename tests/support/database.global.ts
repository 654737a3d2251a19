import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from '../../scripts/postgres.ts';
import type { Addresses } from '../../scripts/postgres/addresses.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';

declare module 'vitest' {
	interface ProvidedContext {
		postgres: Addresses;
	}
}

const SEED = fileURLToPath(new URL('../../scripts/seed.ts', import.meta.url));

/**
 * Starts one PostgreSQL for the whole run and makes its database `guichet` the template of every
 * test's own: migrated, with the reference data. testDatabase() copies it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const postgres = await startTemporaryPostgres();
	try {
		await migrate(postgres.ownerUrl);
		// In a process of its own: a template with a connection left open cannot be copied.
		execFileSync(process.execPath, [SEED, 'reference'], {
			stdio: 'inherit',
			env: {
				...process.env,
				GUICHET_MODE: 'test',
				DATABASE_URL: postgres.webUrl,
				DATABASE_OWNER_URL: postgres.ownerUrl
			}
		});
	} catch (error) {
		await postgres.stop();
		throw error;
	}
	const { webUrl, ownerUrl, adminUrl } = postgres;
	project.provide('postgres', { webUrl, ownerUrl, adminUrl });
	return postgres.stop;
}
