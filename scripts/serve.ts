import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { environment } from '../src/lib/server/environment.ts';
import { root } from './root.ts';

// A paper weighs 10 MB at the most; the rest of the form and its boundaries come on top.
const BODY_SIZE_LIMIT = '11M';

/**
 * Starts the built application in this process, on HOST and PORT, and waits until it answers.
 * @returns what stops it: requests under way are finished, for `SHUTDOWN_TIMEOUT` seconds at most
 */
export async function serve(): Promise<() => Promise<void>> {
	const { HOST, ORIGIN, PORT } = environment();
	process.env['BODY_SIZE_LIMIT'] ||= BODY_SIZE_LIMIT;
	process.env['SHUTDOWN_TIMEOUT'] ||= '5';
	Object.assign(process.env, { HOST, ORIGIN, PORT: String(PORT) });
	// The server stops on the signal itself, which adapter-node listens to: this only waits for its
	// end, and listens from now on because that end may come before anybody asks.
	const stopped = new Promise<void>((done) => process.once('sveltekit:shutdown', () => done()));
	await import(join(root, 'build/index.js'));
	await untilReady(`http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}/healthz`);
	return () => Promise.race([stopped, wait(mostSeconds() * 1_000)]);
}

async function untilReady(address: string): Promise<void> {
	const deadline = performance.now() + 30_000;
	for (;;) {
		try {
			const { status } = await fetch(address, { signal: AbortSignal.timeout(5_000) });
			if (status < 500) return;
			throw new Error(`${address} answers ${status}.`);
		} catch (error) {
			if (performance.now() > deadline) throw error;
			await wait(50);
		}
	}
}

const mostSeconds = () => Number(process.env['SHUTDOWN_TIMEOUT']) + 1;
