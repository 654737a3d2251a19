/** Incomes of everybody who would live in the home, in whole euros of revenu fiscal de référence. */
export interface Incomes {
	/** Two years before the request (N-2): the rule. */
	readonly twoYearsAgo: number;
	/** The year before (N-1), or the last twelve months; null when not told. */
	readonly recent: number | null;
}

export const INCOME_BASES = ['two_years_ago', 'recent'] as const;
export type IncomeBasis = (typeof INCOME_BASES)[number];

/** The later income counts when it is lower by this much at least (domain.md §5, S39). */
export const FALL_PERCENT = 10;

/** The income that counts, and which it is. */
export function incomeThatCounts({ twoYearsAgo, recent }: Incomes): {
	amount: number;
	basis: IncomeBasis;
} {
	// In whole numbers, so that exactly 10 % is 10 %.
	const fell =
		recent !== null && twoYearsAgo > 0 && recent * 100 <= twoYearsAgo * (100 - FALL_PERCENT);
	return fell
		? { amount: recent, basis: 'recent' }
		: { amount: twoYearsAgo, basis: 'two_years_ago' };
}
