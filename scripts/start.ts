import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../src/lib/server/environment.ts';
import { fail } from './command.ts';
import { Refusal } from './refusal.ts';
import { root } from './root.ts';
import { serve } from './serve.ts';
import { loadSettings } from './settings.ts';
import { onStop } from './stop.ts';
import { startWorker } from './worker.ts';

// npm start: production. Refuses an environment that would not be safe, then serves the build
// and, unless JOBS=off, runs the worker.

const open: (() => Promise<void>)[] = [];

try {
	loadSettings();
	const { JOBS, ORIGIN } = environment();
	if (!existsSync(join(root, 'build/index.js'))) {
		throw new Refusal('There is no build yet: npm run build');
	}
	onStop(async () => {
		for (const close of open.reverse()) await close();
	});
	open.push(await serve());
	if (JOBS === 'on') open.push(await startWorker());
	console.log(`Guichet Logement answers on ${ORIGIN}`);
} catch (error) {
	fail(error);
}
