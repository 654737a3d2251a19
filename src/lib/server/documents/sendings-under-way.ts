/** A request that is bringing bytes of a file to this process. */
type UnderWay = { stop: () => void; stopped: Promise<unknown> };

const underWay = new Map<string, UnderWay>();

/**
 * A phone that changed networks leaves a dead connection behind, which the server may believe in for minutes. Whoever
 * asks about the file next is on a new one: the old one is stopped, and what it brought is counted.
 */
export async function stopEarlierSending(fileId: string): Promise<void> {
	const earlier = underWay.get(fileId);
	earlier?.stop();
	await earlier?.stopped;
}

/**
 * Runs a sending so that a later one can stop it.
 * @param run told by `signal` to stop and keep what came so far
 */
export async function asTheOneSending<T>(
	fileId: string,
	run: (signal: AbortSignal) => Promise<T>
): Promise<T> {
	await stopEarlierSending(fileId);
	const stopping = new AbortController();
	const running = run(stopping.signal);
	const stopped = running.catch(() => undefined);
	const mine = { stop: () => stopping.abort(), stopped };
	underWay.set(fileId, mine);
	try {
		return await running;
	} finally {
		if (underWay.get(fileId) === mine) underWay.delete(fileId);
	}
}
