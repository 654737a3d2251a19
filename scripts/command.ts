import { EnvironmentRefused } from '../src/lib/server/environment.ts';
import { Refusal } from './refusal.ts';

/** Runs the whole of a command and ends the process with the exit code it returns. */
export async function command(work: () => Promise<number | void>): Promise<void> {
	try {
		process.exit((await work()) ?? 0);
	} catch (error) {
		fail(error);
	}
}

/**
 * Ends the process on an error. What the person can put right is said in one line; anything else
 * is a fault of ours and shows where.
 */
export function fail(error: unknown): never {
	console.error(isExpected(error) ? error.message : error);
	process.exit(1);
}

function isExpected(error: unknown): error is Error {
	if (error instanceof EnvironmentRefused || error instanceof Refusal) return true;
	// A file of another account: its path is all there is to say.
	return error instanceof Error && 'code' in error && error.code === 'EACCES';
}
