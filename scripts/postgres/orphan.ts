import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processCommand, processStart } from './process-identity.ts';
import { clusterOf, STOP_SIGNALS } from './server.ts';

/**
 * Stops a server left running on this cluster by a process that was killed, and clears the mark a
 * dead server left: its number may since have been given to another process, and PostgreSQL would
 * then refuse to start.
 */
export async function clearOrphan(home: string): Promise<boolean> {
	const mark = join(clusterOf(home), 'postmaster.pid');
	let pid: number;
	try {
		pid = Number.parseInt(readFileSync(mark, 'utf8'), 10);
	} catch {
		return false;
	}
	const isOurs = () =>
		processStart(pid) !== undefined && processCommand(pid).includes(`-D ${clusterOf(home)} `);
	const found = isOurs();
	for (const [signal, patience] of STOP_SIGNALS) {
		if (!isOurs()) break;
		process.kill(pid, signal);
		for (let waited = 0; waited < patience && isOurs(); waited += 50) await wait(50);
	}
	rmSync(mark, { force: true });
	return found;
}
