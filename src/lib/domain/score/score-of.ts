import type { ScoreFacts } from './facts.ts';
import { hasAllPoints, type Criterion, type Grid } from './grid.ts';
import { measureOf, type Measured } from './measures.ts';

/** A criterion that applies, and what it gives. */
export type ScoreLine = {
	readonly code: string;
	/** How many units were found: months, children, refused offers; 1 for what is or is not. */
	readonly units: number;
	/** Which of the criterion's codes were found. */
	readonly codes: readonly string[];
	/** Null: the grid does not say how many. */
	readonly points: number | null;
	/** The criterion of the same group that counts instead: this one's points are not added. */
	readonly coveredBy: string | null;
};

export type Score = {
	/** In the order of the grid. */
	readonly lines: readonly ScoreLine[];
	/** The sum of the lines that count; null when the grid does not give all its points. */
	readonly total: number | null;
};

/**
 * The score of a request by a grid on a day, each point explained (R441-2-17 3°). The same facts in another order give
 * the same score; a fact that only gives points never lowers it.
 */
export function scoreOf(facts: ScoreFacts, grid: Grid, on: Temporal.PlainDate): Score {
	const found = grid.criteria.flatMap((criterion) => {
		const measured = measureOf(criterion.fact).of(facts, on, criterion.codes);
		const steps = stepsOf(criterion, measured);
		if (steps === 0) return [];
		return [{ criterion, measured, points: pointsOf(criterion, steps) }];
	});
	const best = bestOfGroups(found);
	const lines = found.map(({ criterion, measured, points }) => {
		const first = criterion.group === null ? undefined : best.get(criterion.group);
		const coveredBy = first && first.code !== criterion.code ? first.code : null;
		return { code: criterion.code, ...measured, points, coveredBy };
	});
	return { lines, total: hasAllPoints(grid) ? totalOf(lines) : null };
}

/** What the lines that count add up to. */
export function totalOf(lines: readonly ScoreLine[]): number {
	return lines.reduce((sum, line) => sum + (line.coveredBy === null ? (line.points ?? 0) : 0), 0);
}

/** How many times a criterion gives its points. */
function stepsOf({ from, every, perUnit }: Criterion, { units }: Measured): number {
	const steps = Math.floor(Math.max(0, units - from + 1) / every);
	return perUnit ? steps : Math.min(1, steps);
}

function pointsOf({ points, most }: Criterion, steps: number): number | null {
	if (points === null) return null;
	const all = points * steps;
	return most === null ? all : Math.max(-most, Math.min(most, all));
}

type Found = { criterion: Criterion; points: number | null };

/** Of each group the criterion that gives most; of two that give the same, the first of the grid. */
function bestOfGroups(found: readonly Found[]): Map<string, Criterion> {
	const best = new Map<string, Found>();
	for (const one of found) {
		const { group } = one.criterion;
		if (group === null) continue;
		const before = best.get(group);
		if (!before || (one.points ?? 0) > (before.points ?? 0)) best.set(group, one);
	}
	return new Map([...best].map(([group, { criterion }]) => [group, criterion]));
}
