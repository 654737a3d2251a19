import { createHash } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { causeOfChange, type KeptScore } from '../../domain/score/compare-scores.ts';
import { canonicalFacts, type ScoreFacts } from '../../domain/score/facts.ts';
import { scoreOf } from '../../domain/score/score-of.ts';
import { now, today } from '../clock.ts';
import { currentScore, score } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { gridOn, type KeptGrid } from './grids.ts';
import { scoreFacts } from './score-facts.ts';

/**
 * Computes the scores of requests by the grid that counts today. A score that says something else than the last is
 * written beside it, with its cause; the last one stays as it was. Two at once come one after the other.
 *
 * @param applicationIds whose access was decided by the caller
 * @returns how many scores were written; 0 without a grid
 */
export async function computeScores(tx: Tx, applicationIds: readonly string[]): Promise<number> {
	const grid = await gridOn(tx, today());
	if (!grid || applicationIds.length === 0) return 0;
	await lockScores(tx, applicationIds);
	const facts = await scoreFacts(tx, applicationIds);
	const last = await lastScores(tx, applicationIds);
	let written = 0;
	for (const [applicationId, known] of facts) {
		const next = keptScore(grid, known);
		const cause = causeOfChange(last.get(applicationId) ?? null, next);
		if (cause === null) continue;
		await writeScore(tx, { applicationId, cause, ...next });
		written += 1;
	}
	// What did not change was looked at all the same.
	await tx
		.update(currentScore)
		.set({ checkedFor: today(), checkedAt: now() })
		.where(inArray(currentScore.applicationId, [...facts.keys()]));
	return written;
}

/**
 * Whether what would be computed at this moment is what is kept already, looked at today: most looks at a score write
 * nothing and lock nobody.
 */
export async function scoreStands(tx: Tx, applicationId: string): Promise<boolean> {
	const [grid, facts, last] = await Promise.all([
		gridOn(tx, today()),
		scoreFacts(tx, [applicationId]),
		lastScores(tx, [applicationId])
	]);
	if (!grid) return true;
	const [known, kept] = [facts.get(applicationId), last.get(applicationId)];
	const isOfToday = kept?.checkedFor.equals(today()) ?? false;
	return isOfToday && known !== undefined && causeOfChange(kept!, keptScore(grid, known)) === null;
}

/** In one order, so that two batches that share requests do not wait for each other. */
async function lockScores(tx: Tx, applicationIds: readonly string[]): Promise<void> {
	const names = [...new Set(applicationIds)].sort().map((id) => `score ${id}`);
	await tx.execute(sql`
		select pg_advisory_xact_lock(hashtextextended(name, 0))
		from (select unnest(${sql.param(names)}::text[]) as name order by 1) as names`);
}

async function lastScores(
	tx: Tx,
	applicationIds: readonly string[]
): Promise<Map<string, KeptScore & { checkedFor: Temporal.PlainDate }>> {
	const rows = await tx
		.select({
			applicationId: currentScore.applicationId,
			gridId: score.gridId,
			fingerprint: score.fingerprint,
			lines: score.lines,
			total: score.total,
			checkedFor: currentScore.checkedFor
		})
		.from(currentScore)
		.innerJoin(score, eq(score.id, currentScore.scoreId))
		.where(inArray(currentScore.applicationId, [...applicationIds]));
	return new Map(rows.map(({ applicationId, ...kept }) => [applicationId, kept]));
}

function keptScore(grid: KeptGrid, facts: ScoreFacts): KeptScore {
	const fingerprint = createHash('sha256').update(canonicalFacts(facts)).digest('hex');
	return { gridId: grid.id, fingerprint, ...scoreOf(facts, grid, today()) };
}

async function writeScore(
	tx: Tx,
	row: KeptScore & { applicationId: string; cause: (typeof score.$inferInsert)['cause'] }
): Promise<void> {
	const [written] = await tx
		.insert(score)
		.values({ ...row, lines: [...row.lines], computedAt: now(), computedFor: today() })
		.returning({ id: score.id });
	if (!written) throw new Error('the score was not written');
	const current = {
		scoreId: written.id,
		gridId: row.gridId,
		total: row.total,
		checkedFor: today(),
		checkedAt: now()
	};
	await tx
		.insert(currentScore)
		.values({ applicationId: row.applicationId, ...current })
		.onConflictDoUpdate({ target: currentScore.applicationId, set: current });
}
