import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from '../../../scripts/root.ts';
import type { Answers, Load } from './load.ts';

/** A server in a process of its own that says its port. */
export interface Served {
	origin: string;
	stop(): Promise<void>;
}

/** Starts a script that prints the port it listens on. */
export async function serveScript(script: string, ...given: string[]): Promise<Served> {
	const child = spawn(process.execPath, [script, ...given], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [port] = (await once(child.stdout, 'data')) as [Buffer];
	const stop = async () => {
		if (child.exitCode === null && child.kill()) await once(child, 'exit');
	};
	return { origin: `http://127.0.0.1:${String(port).trim()}`, stop };
}

/** Asks a server for something, from a process of its own. @throws when an answer is no page */
export async function put(load: Load): Promise<Answers> {
	const child = spawn(process.execPath, ['tests/support/bench/load.ts'], {
		cwd: root,
		stdio: ['pipe', 'pipe', 'inherit']
	});
	child.stdin.end(JSON.stringify(load));
	const said = await text(child.stdout);
	if (said === '') throw new Error(`Asking ${load.origin} failed.`);
	return JSON.parse(said) as Answers;
}
