import { LEAST_CASES } from '../figures/lines.ts';

/** How many requests have each total. */
export type Totals = readonly { readonly total: number; readonly requests: number }[];

export type Bin = {
	readonly from: number;
	readonly to: number;
	/** Rounded to five, so that a request more or less is not seen from one day to the next. */
	readonly about: number;
	readonly isMine: boolean;
};

export type Distribution = {
	/** Rounded like the bins. */
	readonly about: number;
	readonly bins: readonly Bin[];
	/** Of ten comparable requests, about how many have fewer points; whole, from 0 to 10. */
	readonly fewerInTen: number;
};

const MOST_BINS = 6;
const ROUNDED_TO = 5;
/** Widths a person can follow. */
const WIDTHS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000] as const;

const rounded = (requests: number) => Math.round(requests / ROUNDED_TO) * ROUNDED_TO;

/**
 * Where a score stands among those of comparable requests (R441-2-17 3°). Each bar holds eleven requests at least: a
 * bar of a few would tell about each of them.
 *
 * @param others totals of the comparable requests, the person's own left out
 * @returns null under eleven
 */
export function distributionOf(others: Totals, mine: number): Distribution | null {
	const requests = others.reduce((sum, one) => sum + one.requests, 0);
	if (requests < LEAST_CASES) return null;
	const fewer = others
		.filter(({ total }) => total < mine)
		.reduce((sum, one) => sum + one.requests, 0);
	const bins = reaching(mine, merged(evenBins(others)));
	return {
		about: rounded(requests),
		bins: bins.map(({ from, to, count }) => ({
			from,
			to,
			about: rounded(count),
			isMine: from <= mine && mine <= to
		})),
		fewerInTen: Math.round((fewer * 10) / requests)
	};
}

type RawBin = { from: number; to: number; count: number };

/** Bars of one width, from the lowest total to the highest. */
function evenBins(others: Totals): RawBin[] {
	const totals = others.filter(({ requests }) => requests > 0).map(({ total }) => total);
	const [least, highest] = [Math.min(...totals), Math.max(...totals)];
	const span = highest - least + 1;
	const width = WIDTHS.find((one) => span / one <= MOST_BINS) ?? Math.ceil(span / MOST_BINS);
	const start = Math.floor(least / width) * width;
	const bins = Array.from({ length: Math.floor((highest - start) / width) + 1 }, (_, index) => ({
		from: start + index * width,
		to: start + (index + 1) * width - 1,
		count: 0
	}));
	for (const { total, requests } of others) {
		const bin = bins[Math.floor((total - start) / width)];
		if (bin) bin.count += requests;
	}
	return bins;
}

/** Joins neighbours until each holds eleven. */
function merged(bins: readonly RawBin[]): RawBin[] {
	const done: RawBin[] = [];
	let open: RawBin | null = null;
	for (const bin of bins) {
		open = open ? { from: open.from, to: bin.to, count: open.count + bin.count } : { ...bin };
		if (open.count < LEAST_CASES) continue;
		done.push(open);
		open = null;
	}
	const last = done.at(-1);
	if (open && last)
		done[done.length - 1] = { from: last.from, to: open.to, count: last.count + open.count };
	return done;
}

/** A score outside all bars stretches the nearest, so that the person finds themselves. */
function reaching(mine: number, bins: readonly RawBin[]): RawBin[] {
	return bins.map((bin, index) => ({
		...bin,
		from: index === 0 ? Math.min(bin.from, mine) : bin.from,
		to: index === bins.length - 1 ? Math.max(bin.to, mine) : bin.to
	}));
}
