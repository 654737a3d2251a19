import { execFileSync } from 'node:child_process';
import { startPostgres, temporaryDataDir } from '../../scripts/postgres.ts';
import { root } from '../../scripts/root.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';

/** A database that a test takes away and gives back, beside the one that the other tests use. */
export interface OwnDatabase {
	/** Ends its PostgreSQL, as a machine does that is switched off in order. */
	stop(): Promise<void>;
	/** Starts it again, at the same address and with the same data. */
	start(): Promise<void>;
	/** Ends it, removes its data and points this process at the database it had before. */
	remove(): Promise<void>;
}

/** Such a database, with the reference data. This process and those it starts are pointed at it until `remove`. */
export async function ownDatabase(): Promise<OwnDatabase> {
	const { DATABASE_URL = '', DATABASE_OWNER_URL = '' } = process.env;
	const { dataDir, remove } = temporaryDataDir();
	let postgres = await startPostgres({ dataDir, fast: true });
	const { webUrl, ownerUrl } = postgres;
	const stop = async () => {
		await closeDatabase();
		await postgres.stop();
	};
	const own: OwnDatabase = {
		stop,
		async start() {
			postgres = await startPostgres({ dataDir, fast: true });
			if (postgres.webUrl !== webUrl) throw new Error('Somebody took the port of the database.');
		},
		async remove() {
			await stop();
			await pointAt({ DATABASE_URL, DATABASE_OWNER_URL });
			await remove();
		}
	};
	try {
		await pointAt({ DATABASE_URL: webUrl, DATABASE_OWNER_URL: ownerUrl });
		await migrate(ownerUrl);
		// In a process of its own, as for the integration tests: what a seed reads is read by Node itself.
		execFileSync(process.execPath, ['scripts/seed.ts', 'reference'], {
			cwd: root,
			stdio: 'inherit'
		});
		return own;
	} catch (error) {
		await own.remove();
		throw error;
	}
}

async function pointAt(addresses: Record<'DATABASE_URL' | 'DATABASE_OWNER_URL', string>) {
	await closeDatabase();
	Object.assign(process.env, addresses);
	forgetEnvironment();
}
