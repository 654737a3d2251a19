import { environment } from '../src/lib/server/environment.ts';
import { fail } from './command.ts';
import { openDatabase } from './database.ts';
import { loadSettings } from './settings.ts';
import { onStop } from './stop.ts';
import { startWorker } from './worker.ts';

// npm run jobs: the worker alone, for an installation where `npm start` runs with JOBS=off.

/** What is open or opens, to be closed in the opposite order: told to stop while it starts, it ends what it began. */
const open: Promise<() => Promise<void>>[] = [];
onStop(async () => {
	for (const opening of open.reverse()) await (await opening)();
});

try {
	loadSettings();
	const database = openDatabase();
	open.push(database.then(({ stop }) => stop));
	await database;
	environment();
	const worker = startWorker();
	open.push(worker);
	await worker;
	console.log('The worker runs.');
} catch (error) {
	fail(error);
}
