import { quantile } from './rounds.ts';

export type Outcome = 'booked' | 'taken';

/** What many tries at once came to. */
export type Tally = { seconds: number; booked: number; taken: number; times: number[] };

export const nothing = (): Tally => ({ seconds: 0, booked: 0, taken: 0, times: [] });

/**
 * Lets `hands` clients work through a list, each taking the next try as soon as its last one was answered, and adds
 * what came of it to the tally. A try that fails otherwise than by a refusal ends the measure.
 */
export async function workThrough<T>(
	tally: Tally,
	tries: readonly T[],
	hands: number,
	attempt: (each: T, hand: number) => Promise<Outcome>
): Promise<void> {
	let next = 0;
	const begun = performance.now();
	const work = async (_: unknown, hand: number) => {
		while (next < tries.length) {
			const each = tries[next++]!;
			const from = performance.now();
			tally[await attempt(each, hand)] += 1;
			tally.times.push(performance.now() - from);
		}
	};
	await Promise.all(Array.from({ length: hands }, work));
	tally.seconds += (performance.now() - begun) / 1_000;
}

/** Milliseconds of one try: the value below which a share of them lies. */
export function tryTime({ times }: Tally, share: number): number {
	return quantile(
		[...times].sort((a, b) => a - b),
		share
	);
}
