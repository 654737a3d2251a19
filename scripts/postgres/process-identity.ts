import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one that was given the same number: when it started.
 * Undefined when there is no such process, or when it is dead and only waits to be collected.
 */
export function processStart(pid: number): string | undefined {
	if (!Number.isInteger(pid) || pid <= 0) return undefined;
	if (process.platform !== 'linux') return ask(pid, 'lstart');
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The second field is the name in brackets and may itself hold brackets and spaces.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
	} catch {
		return undefined;
	}
}

/** The command line of a process, its words separated by spaces; '' when there is none. */
export function processCommand(pid: number): string {
	if (process.platform !== 'linux') return ask(pid, 'args') ?? '';
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
	} catch {
		return '';
	}
}

function ask(pid: number, field: string): string | undefined {
	const answer = spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' });
	return answer.stdout?.trim() || undefined;
}
