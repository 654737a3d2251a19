import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../scripts/postgres/port.ts';
import { root } from '../../../scripts/root.ts';

/** A site whose server is stopped and started again with another release, at one address and on one database. */
export interface Site {
	origin: string;
	/** Stops the release that runs and starts the one of a build folder. */
	serve(folder: string): Promise<void>;
	stop(): Promise<void>;
}

/** A site on a free port, beside the server that the other tests use; nothing answers there yet. */
export async function site(): Promise<Site> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	let server: ChildProcess | undefined;
	const stop = async () => {
		if (server?.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
	};
	return {
		origin,
		stop,
		async serve(folder) {
			await stop();
			server = spawn(process.execPath, ['tests/support/releases/serve-release.ts', folder], {
				cwd: root,
				stdio: ['ignore', 'pipe', 'inherit'],
				env: { ...process.env, PORT: String(port), ORIGIN: origin }
			});
			const isReady = await Promise.race([
				once(server.stdout!, 'data').then(() => true),
				once(server, 'exit').then(() => false)
			]);
			if (!isReady) throw new Error(`The release in ${folder} did not start.`);
			server.stdout!.resume();
		}
	};
}
