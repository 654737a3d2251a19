import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfStale } from '../../../scripts/build.ts';
import { freePort } from '../../../scripts/postgres/port.ts';
import { root } from '../../../scripts/root.ts';
import { MONDAY } from './seed-calendar.ts';

/** The built application in a process of its own, on a database that is there: what `npm start` runs, without jobs. */
export async function startApplication(
	databaseUrl: string,
	others: NodeJS.ProcessEnv = {}
): Promise<{ origin: string; pid: number; stop(): Promise<void> }> {
	await buildIfStale();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['scripts/start.ts'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			...process.env,
			GUICHET_MODE: 'test',
			NODE_ENV: 'production',
			DATABASE_URL: databaseUrl,
			FAKE_NOW: MONDAY,
			// From its own start, whatever the clock of the tests around it.
			FAKE_NOW_SINCE: '',
			HOST: '127.0.0.1',
			PORT: String(port),
			ORIGIN: origin,
			// Connections that rest while the other way is measured must still be there afterwards.
			KEEP_ALIVE_TIMEOUT: '120',
			JOBS: 'off',
			...others
		}
	});
	const stop = async () => {
		if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
	};
	try {
		await untilItAnswers(`${origin}/healthz`, () => child.exitCode === null);
	} catch (error) {
		await stop();
		throw error;
	}
	return { origin, pid: child.pid!, stop };
}

async function untilItAnswers(address: string, lives: () => boolean): Promise<void> {
	const deadline = performance.now() + 60_000;
	while (lives() && performance.now() < deadline) {
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) return;
		await wait(100);
	}
	throw new Error('The application did not start.');
}
