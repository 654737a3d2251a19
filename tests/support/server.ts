import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ensureClamd, startClamd } from '../../scripts/clamav.ts';
import { runningPostgres, temporaryDataDir } from '../../scripts/postgres.ts';
import { freePort } from '../../scripts/postgres/port.ts';
import { root } from '../../scripts/root.ts';
import { publicHolidayOn } from '../../src/lib/domain/appointments/public-holidays.ts';

/**
 * Playwright's global set-up: the built application as `npm run demo` starts it, on a free port,
 * with a data folder of its own and a real ClamAV beside it. Tests find it in E2E_BASE_URL, and its database in DATABASE_URL
 * and DATABASE_OWNER_URL, so that a command run by a test reaches the same one.
 * @returns what stops it and removes its data
 */
export default async function startServer(): Promise<() => Promise<void>> {
	const { dataDir, remove } = temporaryDataDir();
	const port = await freePort();
	const ORIGIN = `http://localhost:${port}`;
	const antivirus = await startClamd(ensureClamd());
	const env = {
		GUICHET_MODE: 'test',
		DATA_DIR: dataDir,
		PORT: String(port),
		ORIGIN,
		FAKE_NOW: earlyOnAWorkingDay(),
		// A worker may be started an hour after the server: a session it opens must not be an hour old.
		FAKE_NOW_SINCE: Temporal.Now.instant().toString(),
		CLAMD_ADDRESS: antivirus.address
	};
	const server = spawn(process.execPath, ['scripts/demo.ts'], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...env }
	});
	const stop = async () => {
		if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
		await antivirus.stop();
		await remove();
	};
	try {
		await welcomed(server.stdout);
	} catch (error) {
		await stop();
		throw error;
	}
	const database = await runningPostgres(dataDir);
	Object.assign(process.env, env, {
		E2E_BASE_URL: ORIGIN,
		DATABASE_URL: database?.webUrl,
		DATABASE_OWNER_URL: database?.ownerUrl
	});
	return stop;
}

/**
 * Long before the counters open, so that a time can be booked and kept on the same day: two hours' notice are asked
 * for, on some days there is a morning only, and the tests may take more than an hour.
 */
function earlyOnAWorkingDay(): string {
	let day = Temporal.Now.plainDateISO('Europe/Paris');
	while (day.dayOfWeek > 5 || publicHolidayOn(day)) day = day.add({ days: 1 });
	return day
		.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '05:00' })
		.toInstant()
		.toString();
}

async function welcomed(output: NodeJS.ReadableStream): Promise<void> {
	const said: string[] = [];
	for await (const line of createInterface({ input: output })) {
		said.push(line);
		if (line.includes('ready in')) {
			// Nobody reads on: without this the pipe would fill and block the server.
			output.resume();
			return;
		}
	}
	throw new Error(`The application did not start.\n${said.join('\n')}`);
}
