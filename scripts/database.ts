import { migrate } from '../src/lib/server/db/migrate.ts';
import { forgetEnvironment } from '../src/lib/server/environment.ts';
import { runningPostgres, startPostgres, startTemporaryPostgres } from './postgres.ts';
import { dataFolder } from './settings.ts';

/**
 * Points this process at a database: the one of DATABASE_URL when given, else the embedded one of
 * DATA_DIR, joined when a process of ours runs it, else started and brought up to date. Without
 * DATABASE_URL the process is in demo mode, as the database is, unless GUICHET_MODE says otherwise.
 */
export async function openDatabase(): Promise<{ stop: () => Promise<void> }> {
	if (process.env['DATABASE_URL']) return { stop: async () => {} };
	process.env['GUICHET_MODE'] ||= 'demo';
	const dataDir = dataFolder();
	const running = await runningPostgres(dataDir);
	if (running) {
		useDatabase(running);
		return { stop: async () => {} };
	}
	const postgres = await startPostgres({ dataDir, log: console.error });
	useDatabase(postgres);
	await furnish(postgres.ownerUrl);
	return { stop: postgres.stop };
}

// What the program cannot do without, in a database of ours. Elsewhere that is db:migrate and db:seed.
async function furnish(ownerUrl: string): Promise<void> {
	await migrate(ownerUrl);
	const { seedReference } = await import('../drizzle/seed/reference.ts');
	await seedReference();
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
		await furnish(addresses.ownerUrl);
		return await work();
	} finally {
		await closeDatabase();
		await stop();
	}
}
