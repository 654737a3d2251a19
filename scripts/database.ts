import { migrate } from '../src/lib/server/db/migrate.ts';
import { forgetEnvironment } from '../src/lib/server/environment.ts';
import {
	runningPostgres,
	startPostgres,
	startTemporaryPostgres,
	type Postgres
} from './postgres.ts';

/**
 * Points this process at a database: the one of DATABASE_URL when given, else the embedded one of
 * DATA_DIR, which is started for as long as `stop` is not called unless it runs already.
 * Without DATABASE_URL the process is in development mode unless GUICHET_MODE says otherwise.
 */
export async function openDatabase(): Promise<{ stop: () => Promise<void> }> {
	if (process.env['DATABASE_URL']) return { stop: async () => {} };
	process.env['GUICHET_MODE'] ||= 'development';
	const dataDir = process.env['DATA_DIR'] || '.data';
	const running = await runningPostgres(dataDir);
	const postgres: Postgres = running
		? { ...running, stop: async () => {} }
		: await startPostgres({ dataDir, log: console.error });
	useDatabase(postgres);
	return { stop: postgres.stop };
}

/** Points this process at a database that runs. */
export function useDatabase({ webUrl, ownerUrl }: { webUrl: string; ownerUrl: string }): void {
	process.env['DATABASE_URL'] = webUrl;
	process.env['DATABASE_OWNER_URL'] = ownerUrl;
}

/** Runs a command on the database, then closes what it opened, whether it succeeded or not. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
	const { stop } = await openDatabase();
	try {
		return await work();
	} finally {
		const { closeDatabase } = await import('../src/lib/server/db/client.ts');
		await closeDatabase();
		await stop();
	}
}

/** Runs `work` on a database of its own, migrated and with the reference data, then removes it. */
export async function withTemporaryDatabase<T>(work: () => Promise<T>): Promise<T> {
	process.env['GUICHET_MODE'] = 'test';
	const { dataDir, stop, ...addresses } = await startTemporaryPostgres();
	process.env['DATA_DIR'] = dataDir;
	useDatabase(addresses);
	forgetEnvironment();
	const { closeDatabase } = await import('../src/lib/server/db/client.ts');
	try {
		const { seedReference } = await import('../drizzle/seed/reference.ts');
		await migrate(addresses.ownerUrl);
		await seedReference();
		return await work();
	} finally {
		await closeDatabase();
		await stop();
	}
}
