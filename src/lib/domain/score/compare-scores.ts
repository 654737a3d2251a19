import type { Score } from './score-of.ts';

/** Why a score was written again. */
export const SCORE_CAUSES = ['first', 'grid', 'facts', 'time'] as const;
export type ScoreCause = (typeof SCORE_CAUSES)[number];

export type KeptScore = Score & { readonly gridId: string; readonly fingerprint: string };

/**
 * Whether a score is to be kept beside the last one, and why: another grid, other facts, or only the time that passed.
 * @returns null when it says the same
 */
export function causeOfChange(last: KeptScore | null, next: KeptScore): ScoreCause | null {
	if (!last) return 'first';
	if (last.gridId !== next.gridId) return 'grid';
	if (last.fingerprint !== next.fingerprint) return 'facts';
	return linesText(last) === linesText(next) ? null : 'time';
}

/** A line more or less of seniority that gives no point more is no change: units alone are not compared. */
function linesText({ lines, total }: Score): string {
	return JSON.stringify([
		total,
		lines.map(({ code, points, coveredBy }) => [code, points, coveredBy])
	]);
}
