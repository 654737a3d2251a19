import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';
import { processStart } from './process-identity.ts';

interface Holder {
	pid: number;
	started: string;
}

/** Another process of ours holds this data folder. */
export class AlreadyRunning extends Refusal {
	override name = 'AlreadyRunning';
	readonly pid: number;

	constructor(path: string, pid: number) {
		super(
			`This data folder is already in use by process ${pid} (${path}). Stop that one, or choose another folder: DATA_DIR=… PORT=…`
		);
		this.pid = pid;
	}
}

/**
 * Takes the lock file at `path` for this process and returns what releases it. A lock whose holder
 * died, even by kill -9, is taken over. Throws AlreadyRunning while the holder lives.
 */
export function takeLock(path: string): () => void {
	const mine = `${path}.${process.pid}`;
	const holder: Holder = { pid: process.pid, started: processStart(process.pid) ?? '' };
	writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });
	try {
		while (!linked(mine, path)) removeStale(path);
	} finally {
		rmSync(mine, { force: true });
	}
	return () => rmSync(path, { force: true });
}

/** The live process that holds the lock at `path`, if any. */
export function lockHolder(path: string): number | undefined {
	try {
		const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
		return processStart(holder.pid) === holder.started ? holder.pid : undefined;
	} catch {
		return undefined;
	}
}

// A hard link appears whole or not at all, so nobody ever reads a lock half written.
function linked(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function removeStale(path: string): void {
	const holder = lockHolder(path);
	if (holder !== undefined) throw new AlreadyRunning(path, holder);
	const aside = `${path}.stale.${process.pid}`;
	try {
		renameSync(path, aside);
		// Between the look and the move another process may have taken over: give it back its lock.
		if (lockHolder(aside) !== undefined) linked(aside, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	} finally {
		rmSync(aside, { force: true });
	}
}
