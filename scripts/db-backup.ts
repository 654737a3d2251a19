import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { command } from './command.ts';
import { archiveCluster } from './postgres/archive.ts';
import { clientTool, runClientTool, serverMajor } from './postgres/client-tools.ts';
import { runningPostgres } from './postgres.ts';
import { Refusal } from './refusal.ts';
import { dataFolder, loadSettings, typed } from './settings.ts';

// npm run db:backup [-- FILE]: the database alone; papers are files (docs/operations.md).
loadSettings();
await command(async () => {
	const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
	const dataDir = dataFolder();
	const url = DATABASE_OWNER_URL || DATABASE_URL || (await runningPostgres(dataDir))?.adminUrl;
	const written = url ? await dump(url) : await copy(dataDir);
	console.log(`Saved in ${written}. Keep it as safe as the database itself.`);
});

/** A logical backup of a running server. */
async function dump(url: string): Promise<string> {
	const major = await serverMajor(url);
	const program = clientTool('pg_dump', major);
	if (!program) {
		throw new Refusal(
			`pg_dump ${major} or later is needed to save a database that runs. Install postgresql-client-${major}, or name it: PG_DUMP=/path/to/pg_dump. The embedded database can also be saved while it is stopped.`
		);
	}
	const file = target('.dump');
	process.umask(0o077);
	const saved = runClientTool(program, url, ['--format=custom', '--no-owner', `--file=${file}`]);
	if (!saved) throw new Refusal('pg_dump failed: nothing to rely on was saved.');
	return file;
}

/** A physical backup of the embedded database, which must be stopped. */
async function copy(dataDir: string): Promise<string> {
	const file = target('.cluster.tar.gz');
	await archiveCluster(dataDir, file);
	return file;
}

function target(ending: string): string {
	const [, , given] = process.argv;
	const file = given ? typed(given) : join(dataFolder(), 'backups', moment() + ending);
	if (existsSync(file)) throw new Refusal(`${file} exists already.`);
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	return resolve(file);
}

function moment(): string {
	return Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '');
}
