import { availableParallelism } from 'node:os';

/** Hashing uses 19 MiB and a core: twice the cores at once, and never more than half of the database connections. */
const SLOTS = Math.min(2 * availableParallelism(), 5);
/** About two seconds of waiting on two cores; whoever comes later is asked to come back. */
const QUEUE = 200;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs `work` when one of the few slots for expensive sign-in work is free, so that a storm of sign-ins can slow down
 * only sign-ins.
 * @returns what `work` returns, or 'busy' at once when too many are waiting already
 */
export async function inWorkSlot<T>(work: () => Promise<T>): Promise<T | 'busy'> {
	if (running >= SLOTS) {
		if (waiting.length >= QUEUE) return 'busy';
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else {
		running++;
	}
	try {
		return await work();
	} finally {
		// The slot passes straight to the next in line.
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}
