import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.ts';

/** What it takes to run one server. */
export interface ServerOptions {
	programs: string;
	home: string;
	account: Account;
	port: number;
	logFile: string;
	/** Trades safety against a power cut for speed: tests only. */
	fast: boolean;
}

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TZ: 'UTC' };
export const clusterOf = (home: string) => join(home, 'cluster');

/** Makes an empty cluster whose superuser `postgres` has the password of `passwordFile`. */
export function initialise(options: ServerOptions, passwordFile: string): void {
	// Sorting and case do not depend on the machine's languages; pg_trgm needs letters beyond ASCII.
	const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
	const words = [
		...['-D', clusterOf(options.home), '-U', 'postgres', `--pwfile=${passwordFile}`],
		...['--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C'],
		...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
		...(options.fast ? ['--no-sync'] : [])
	];
	const how = { cwd: '/', env: ENVIRONMENT, encoding: 'utf8', ...options.account } as const;
	const made = spawnSync(join(options.programs, 'bin/initdb'), words, how);
	if (made.status !== 0) {
		throw new Error(`PostgreSQL could not be initialised: ${made.error ?? made.stderr}`);
	}
}

/** Starts the server and waits until `url` answers. Throws with the end of its log if it dies. */
export async function launch(options: ServerOptions, url: string): Promise<ChildProcess> {
	const log = openSync(options.logFile, 'a', 0o600);
	const words = [
		'-D',
		clusterOf(options.home),
		'-p',
		String(options.port),
		...settings(options.fast)
	];
	const child = spawn(join(options.programs, 'bin/postgres'), words, {
		cwd: '/',
		env: ENVIRONMENT,
		stdio: ['ignore', log, log],
		// A session of its own: Ctrl-C in the terminal must reach us alone, so that the application
		// finishes its work before its database goes.
		detached: true,
		...options.account
	});
	closeSync(log);
	// However this process ends, short of kill -9, the database ends with it.
	const last = () => void child.kill('SIGINT');
	process.once('exit', last);
	child.once('exit', () => process.off('exit', last));
	try {
		await Promise.race([untilReady(url, child), once(child, 'exit')]);
	} catch (error) {
		await halt(child);
		throw error;
	}
	if (child.exitCode !== null || child.signalCode !== null) {
		const tail = readFileSync(options.logFile, 'utf8').split('\n').slice(-12).join('\n');
		throw new Error(`PostgreSQL did not start:\n${tail}`);
	}
	child.unref();
	return child;
}

function settings(fast: boolean): string[] {
	const values = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		max_connections: 200,
		shared_buffers: '128MB',
		// Short queries only: compiling them and sharing them out costs more than it saves.
		jit: 'off',
		max_parallel_workers_per_gather: 0,
		max_wal_size: '256MB',
		timezone: 'UTC',
		log_timezone: 'UTC',
		...(fast ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {})
	};
	return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
	const deadline = performance.now() + 60_000;
	while (child.exitCode === null && child.signalCode === null) {
		if (await answers(url)) return;
		if (performance.now() > deadline) throw new Error('PostgreSQL did not answer within 60 s.');
		await wait(25);
	}
}

/** Whether a database answers at this address. Wrong passwords throw: waiting would not help. */
export async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
	client.on('error', () => {});
	try {
		await client.connect();
		return true;
	} catch (error) {
		if ((error as { code?: string }).code === '28P01') throw error;
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}

/** Stops a server started by `launch`: open transactions are rolled back, data is written out. */
export async function halt(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	child.ref();
	const gone = once(child, 'exit').then(() => true);
	for (const [signal, patience] of STOP_SIGNALS) {
		child.kill(signal);
		if (await Promise.race([gone, wait(patience, false, { ref: false })])) return;
	}
}

// PostgreSQL's own: fast, then immediate (recovers at the next start), then none of its choice.
export const STOP_SIGNALS = [
	['SIGINT', 15_000],
	['SIGQUIT', 5_000],
	['SIGKILL', 5_000]
] as const;
