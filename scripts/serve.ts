import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { SETTINGS } from '../src/lib/domain/settings/settings.ts';
import { environment } from '../src/lib/server/environment.ts';
import { SECURITY_HEADERS } from '../src/lib/server/security-headers.ts';
import { root } from './root.ts';

// The largest paper that the head of service may allow; the rest of the form and its boundaries come on top.
const BODY_SIZE_LIMIT = `${Math.max(...SETTINGS.paper_file_megabytes.choices) + 1}M`;

/**
 * Starts the built application in this process, on HOST and PORT, and waits until it answers.
 * @param build the folder it was built into
 * @returns what stops it: requests under way are finished, for `SHUTDOWN_TIMEOUT` seconds at most
 */
export async function serve(build = join(root, 'build')): Promise<() => Promise<void>> {
	const { HOST, ORIGIN, PORT } = environment();
	process.env['BODY_SIZE_LIMIT'] ||= BODY_SIZE_LIMIT;
	process.env['SHUTDOWN_TIMEOUT'] ||= '5';
	Object.assign(process.env, { HOST, ORIGIN, PORT: String(PORT) });
	// The server stops on the signal itself, which adapter-node listens to: this only waits for its
	// end, and listens from now on because that end may come before anybody asks.
	const stopped = new Promise<void>((done) => process.once('sveltekit:shutdown', () => done()));
	subscribe('http.server.request.start', headersFirst);
	await import(join(build, 'index.js'));
	await untilReady(`http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}/healthz`);
	return () => Promise.race([stopped, wait(mostSeconds() * 1_000)]);
}

/**
 * Pages and files that are built once leave before any hook of the application runs. What they must say is said here,
 * as each request begins; an answer that knows better (a file that never changes, a personal page) says otherwise.
 */
function headersFirst(message: unknown): void {
	const { response } = message as { response: ServerResponse };
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
	// Asked for again at each visit, and not sent again when it is the same: an old page is not shown after a change.
	response.setHeader('cache-control', 'no-cache');
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
