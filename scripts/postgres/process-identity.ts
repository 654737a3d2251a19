import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one that was given the same number: when it started.
 * Undefined when there is no such process, or when it is dead and only waits to be collected.
 */
export function processStart(pid: number): string | undefined {
	if (!Number.isInteger(pid) || pid <= 0) return undefined;
	if (process.platform !== 'linux') return ask(pid, 'lstart');
	const fields = statOf(pid);
	return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** The number of the process that started this one, or of who took it over; '' when unknown. */
export function parentOf(pid: number): string {
	return (process.platform === 'linux' ? statOf(pid)[1] : ask(pid, 'ppid')) ?? '';
}

/** The fields of /proc/…/stat from the third on, none when there is no such process. */
function statOf(pid: number): string[] {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The second field is the name in brackets and may itself hold brackets and spaces.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	} catch {
		return [];
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
