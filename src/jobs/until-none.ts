/**
 * Does a piece of work again until it finds nothing more to do.
 * @param once one batch, in a transaction of its own; says how many it did
 * @returns how many in all
 */
export async function untilNone(once: () => Promise<number>): Promise<number> {
	let all = 0;
	for (;;) {
		const done = await once();
		if (done === 0) return all;
		all += done;
	}
}
