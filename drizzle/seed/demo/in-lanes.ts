/** Most units of work at once: they share the ten connections of the process with nobody here. */
const LANES = 6;

/** Does `work` on every item, several at a time. @returns the results in the order of the items */
export async function inLanes<T, R>(
	items: readonly T[],
	work: (item: T) => Promise<R>
): Promise<R[]> {
	const results: R[] = [];
	const queue = items.entries();
	const lane = async () => {
		for (const [index, item] of queue) results[index] = await work(item);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return results;
}
