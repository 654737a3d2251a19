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
	const expected = error instanceof EnvironmentRefused || error instanceof Refusal;
	console.error(expected ? error.message : error);
	process.exit(1);
}
