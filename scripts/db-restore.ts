import { existsSync, openSync, readSync } from 'node:fs';
import { command } from './command.ts';
import { openDatabase } from './database.ts';
import { markSeeded } from './demo-database.ts';
import { restoreCluster } from './postgres/archive.ts';
import { clientTool, runClientTool, serverMajor } from './postgres/client-tools.ts';
import { Refusal } from './refusal.ts';
import { dataFolder, loadSettings, typed } from './settings.ts';

// npm run db:restore -- FILE --replace: puts a backup in the place of the present database.
loadSettings();
await command(async () => {
	const given = process.argv.slice(2).find((word) => !word.startsWith('--'));
	if (!given) throw new Refusal('Usage: npm run db:restore -- FILE --replace');
	const file = typed(given);
	if (!existsSync(file)) throw new Refusal(`${file} does not exist.`);
	if (!process.argv.includes('--replace')) {
		throw new Refusal(
			'This replaces the present database. Say so: npm run db:restore -- FILE --replace'
		);
	}
	await (isDump(file) ? restoreDump(file) : restoreArchive(file));
	console.log('Restored. Start the application again.');
});

function isDump(file: string): boolean {
	const start = Buffer.alloc(5);
	readSync(openSync(file, 'r'), start, 0, 5, 0);
	return start.toString('latin1') === 'PGDMP';
}

async function restoreDump(file: string): Promise<void> {
	const { stop } = await openDatabase();
	try {
		const url = process.env['DATABASE_OWNER_URL'] || process.env['DATABASE_URL'] || '';
		const major = await serverMajor(url);
		const program = clientTool('pg_restore', major);
		if (!program)
			throw new Refusal(`pg_restore ${major} or later is needed: PG_RESTORE=/path/to/pg_restore`);
		// All or nothing: a backup that fails half-way leaves the database as it was.
		const words = [
			'--clean',
			'--if-exists',
			'--no-owner',
			'--single-transaction',
			'--exit-on-error'
		];
		if (!runClientTool(program, url, [...words, file])) {
			throw new Refusal('pg_restore failed: the database is as it was.');
		}
	} finally {
		await stop();
	}
}

async function restoreArchive(file: string): Promise<void> {
	if (process.env['DATABASE_URL']) {
		throw new Refusal('This backup is of an embedded database: restore it without DATABASE_URL.');
	}
	const dataDir = dataFolder();
	await restoreCluster(dataDir, file);
	markSeeded(dataDir);
}
