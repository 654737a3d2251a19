import { isTooSlow, SLOW_AFTER_SECONDS } from '../../domain/documents/limits.ts';
import { RuleBroken } from '../../domain/errors.ts';

/** Bodies read at once: each holds a connection, some memory and the disk. */
const AT_ONCE = { person: 2, process: 8 } as const;

const taken = new Map<string, number>();
let all = 0;

/**
 * Takes one of the places for sending, for as long as a body is being read.
 * @param owner the request that it is sent to
 * @returns what gives the place back; calling it again does nothing
 * @throws RuleBroken `file-busy-person`, `file-busy-service`: to be tried again in a moment
 */
export function takeSendingPlace(owner: string): () => void {
	const own = taken.get(owner) ?? 0;
	if (own >= AT_ONCE.person) throw new RuleBroken('file-busy-person');
	if (all >= AT_ONCE.process) throw new RuleBroken('file-busy-service');
	taken.set(owner, own + 1);
	all += 1;
	let given = false;
	return () => {
		if (given) return;
		given = true;
		all -= 1;
		const left = (taken.get(owner) ?? 1) - 1;
		if (left > 0) taken.set(owner, left);
		else taken.delete(owner);
	};
}

/**
 * Lets a body through as long as it comes fast enough: 16 kB a second on average once 10 seconds are over. One that
 * says nothing at all is ended too.
 * @throws RuleBroken `file-too-slow`
 */
export async function* inGoodTime(
	body: AsyncIterable<Uint8Array>,
	seconds: () => number = stopwatch()
): AsyncGenerator<Uint8Array> {
	const parts = body[Symbol.asyncIterator]();
	let bytes = 0;
	try {
		for (;;) {
			const next = await orTooSlow(parts.next(), () => isTooSlow(bytes, seconds()));
			if (next.done) return;
			bytes += next.value.length;
			if (isTooSlow(bytes, seconds())) throw new RuleBroken('file-too-slow');
			yield next.value;
		}
	} finally {
		// Not awaited: a body that is stuck would never answer.
		void parts.return?.()?.catch(() => undefined);
	}
}

/** Waits for the next part, looking now and then whether it is still worth it. */
async function orTooSlow<T>(next: Promise<T>, tooSlow: () => boolean): Promise<T> {
	const late = Promise.withResolvers<never>();
	const timer = setInterval(
		() => tooSlow() && late.reject(new RuleBroken('file-too-slow')),
		(SLOW_AFTER_SECONDS * 1_000) / 10
	);
	try {
		return await Promise.race([next, late.promise]);
	} finally {
		clearInterval(timer);
	}
}

/** The machine's own time: a clock that tests set does not make a network faster. */
function stopwatch(): () => number {
	const began = performance.now();
	return () => (performance.now() - began) / 1_000;
}
