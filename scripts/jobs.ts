import { environment } from '../src/lib/server/environment.ts';
import { fail } from './command.ts';
import { openDatabase } from './database.ts';
import { loadSettings } from './settings.ts';
import { onStop } from './stop.ts';
import { startWorker } from './worker.ts';

// npm run jobs: the worker alone, for an installation where `npm start` runs with JOBS=off.
try {
	loadSettings();
	const database = await openDatabase();
	environment();
	const stop = await startWorker();
	onStop(async () => {
		await stop();
		await database.stop();
	});
	console.log('The worker runs.');
} catch (error) {
	fail(error);
}
