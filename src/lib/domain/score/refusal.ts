import type { ScoreFacts } from './facts.ts';
import type { Grid } from './grid.ts';
import { scoreOf } from './score-of.ts';

export type RefusalEffect =
	/** The grid says nothing of refusals. */
	| { readonly kind: 'silent' }
	/** It does, without saying how many points. */
	| { readonly kind: 'unknown' }
	/** One more refusal changes the total by this; 0 when the most was taken already. */
	| { readonly kind: 'known'; readonly change: number };

/** What refusing one more adapted offer would change, on the same day (R441-2-17 3°). */
export function refusalEffect(
	facts: ScoreFacts,
	grid: Grid,
	on: Temporal.PlainDate
): RefusalEffect {
	const about = grid.criteria.filter(({ fact }) => fact === 'refused_offers');
	if (about.length === 0) return { kind: 'silent' };
	if (about.some(({ points }) => points === null)) return { kind: 'unknown' };
	const refusing = { ...facts, refusals: [...facts.refusals, on.toString()] };
	const [before, after] = [facts, refusing].map((one) => scoreOf(one, grid, on).total);
	if (before === null || after === null || before === undefined || after === undefined)
		return { kind: 'unknown' };
	return { kind: 'known', change: after - before };
}
