/** A die that falls the same way every time, so that two demonstrations of one day look alike. */
export type Random = {
	/** A whole number between the two, both included. */
	between: (least: number, most: number) => number;
	/** True about `percent` times in a hundred. */
	chance: (percent: number) => boolean;
	pick: <T>(from: readonly T[]) => T;
};

/** Mulberry32: short, and good enough to deal out names. Never for a secret. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		between,
		chance: (percent) => next() * 100 < percent,
		pick: (from) => {
			const picked = from[between(0, from.length - 1)];
			if (picked === undefined) throw new Error('nothing to pick from');
			return picked;
		}
	};
}
