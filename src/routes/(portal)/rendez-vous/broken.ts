import { RuleBroken } from '$lib/domain/errors.ts';

/** The result of a piece of work, or the rule it broke: what a form answers on its own page. Faults pass through. */
export async function broken<T>(work: Promise<T>): Promise<T | RuleBroken> {
	try {
		return await work;
	} catch (cause) {
		if (cause instanceof RuleBroken) return cause;
		throw cause;
	}
}
