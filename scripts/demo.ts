import { readEnvironment } from '../src/lib/server/environment.ts';
import { buildIfStale } from './build.ts';
import { fail } from './command.ts';
import { loadSeeds, openDemoDatabase, seedOnce } from './demo-database.ts';
import { giveDemoPushKeys } from './demo-push-keys.ts';
import { welcome } from './demo-welcome.ts';
import { compileMessages } from './messages.ts';
import { isFree } from './postgres/port.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';
import { isBuilt } from './stamp.ts';
import { onStop } from './stop.ts';
import { startWorker } from './worker.ts';

// npm run demo: the whole application with fictional people, from nothing, on one machine.

// The end-to-end tests start it the same way, in test mode.
process.env['GUICHET_MODE'] = process.env['GUICHET_MODE'] === 'test' ? 'test' : 'demo';
// The embedded database, whatever the shell has: a demonstration must never fill a real one.
delete process.env['DATABASE_URL'];
delete process.env['DATABASE_OWNER_URL'];

/** What is open, to be closed in the opposite order. */
const open: (() => Promise<void>)[] = [];
onStop(async () => {
	for (const close of open.reverse()) await close();
});

try {
	await demo();
} catch (error) {
	fail(error);
}

async function demo(): Promise<void> {
	const { DATA_DIR, JOBS, ORIGIN, PORT } = readEnvironment(process.env);
	// Absolute from here on, whatever folder a tool makes its own.
	process.env['DATA_DIR'] = DATA_DIR;
	if (!(await isFree(PORT))) {
		throw new Refusal(
			`Port ${PORT} is taken. Another one: PORT=3001 DATA_DIR=.data-3001 npm run demo`
		);
	}
	giveDemoPushKeys(DATA_DIR);
	if (!isBuilt()) await compileMessages();
	await loadSeeds();
	await Promise.all([fillDatabase(DATA_DIR), buildIfStale()]);
	open.push(await serve());
	if (JOBS === 'on') open.push(await startWorker());
	console.log(welcome(ORIGIN, performance.now() / 1_000));
}

async function fillDatabase(dataDir: string): Promise<void> {
	const fresh = process.argv.includes('--fresh');
	const postgres = await openDemoDatabase({ dataDir, fresh, onLost });
	open.push(postgres.stop);
	await seedOnce(dataDir);
}

function onLost(): void {
	fail(new Refusal('The database stopped by itself: see postgres.log in the data folder.'));
}
