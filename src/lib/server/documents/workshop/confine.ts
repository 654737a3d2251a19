import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { WORKSHOP_LIMITS } from '../../../domain/documents/page-limits.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const HEAP_MEGABYTES = 256;
/** Address space, of which V8 and WebAssembly reserve far more than they use. What is resident is watched from outside. */
const ADDRESS_KILOBYTES = 2_500_000;

/**
 * What Node itself forbids the workshop: files but its own program's, the network, other processes, threads. Native
 * code (libvips) is not bound by it; the limits below and the network namespace are for that.
 */
const NODE_WORDS = [
	'--permission',
	'--allow-addons',
	`--allow-fs-read=${root}node_modules`,
	`--allow-fs-read=${root}src/lib`,
	`--allow-fs-read=${root}package.json`,
	'--disable-warning=PERM0001',
	// With it, WebAssembly reserves 8 GB of addresses for each memory, which no limit would allow.
	'--disable-wasm-trap-handler',
	`--max-old-space-size=${HEAP_MEGABYTES}`
];

/** Processor, address space, no file written, no core. Ones that this system does not know are left out. */
const LIMITS = [`-t ${WORKSHOP_LIMITS.cpuSeconds}`, `-v ${ADDRESS_KILOBYTES}`, '-f 0', '-c 0'].map(
	(words) => `ulimit ${words} 2>/dev/null || :`
);

export type Confined = ChildProcessByStdio<Writable, Readable, null>;

/** Starts the workshop for one file of this type, with nothing of our environment. */
export function startConfined(type: string): Confined {
	const command = [...withoutNetwork(), process.execPath, ...NODE_WORDS, MAIN, type];
	return spawn('sh', ['-c', `${LIMITS.join('; ')}; exec "$@"`, 'sh', ...command], {
		stdio: ['pipe', 'pipe', 'ignore'],
		// One arena: each thread's own would reserve addresses for nothing.
		env: { PATH: '/usr/bin:/bin', MALLOC_ARENA_MAX: '1' },
		cwd: '/'
	});
}

let prefix: string[] | undefined;

/** A network of its own with nothing in it, where the kernel lets us (Linux, root or user namespaces). */
function withoutNetwork(): string[] {
	return (prefix ??=
		[
			['unshare', '--net', '--'],
			['unshare', '--user', '--map-root-user', '--net', '--']
		].find(([program, ...words]) => spawnSync(program!, [...words, 'true']).status === 0) ?? []);
}
