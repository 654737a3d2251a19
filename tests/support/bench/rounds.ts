/** Something whose time is taken. */
export type Candidate = { name: string; once: () => Promise<unknown> };

/**
 * Times several ways of doing a thing in interleaved rounds, so that what else the machine does weighs on all of them
 * alike. The order changes from round to round: nobody always comes first.
 * @returns for each candidate, its times in milliseconds, sorted
 */
export async function timeInRounds(
	candidates: readonly Candidate[],
	{ rounds, warmUp }: { rounds: number; warmUp: number }
): Promise<Map<string, number[]>> {
	const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
	for (let round = -warmUp; round < rounds; round += 1) {
		const turn = Math.abs(round) % candidates.length;
		for (const { name, once } of [...candidates.slice(turn), ...candidates.slice(0, turn)]) {
			const begun = performance.now();
			await once();
			if (round >= 0) times.get(name)!.push(performance.now() - begun);
		}
	}
	for (const each of times.values()) each.sort((a, b) => a - b);
	return times;
}

/** The value below which a share of a sorted list lies. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
