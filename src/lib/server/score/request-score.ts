import { and, asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { prioritySigns } from '../../domain/score/priority.ts';
import { refusalEffect } from '../../domain/score/refusal.ts';
import { isUuid, requireApplication } from '../applications/access.ts';
import { today } from '../clock.ts';
import { paperCategory } from '../db/schema/documents.ts';
import { currentScore, recognition, score } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { computeScores, scoreStands } from './compute-scores.ts';
import { anyGrid } from './grids.ts';
import { scoreFacts } from './score-facts.ts';

/**
 * The score of a request today, brought up to date first, with everything that explains it (R441-2-17 3° and 4°).
 * @returns null while no grid counts
 * @throws NotFound for a stranger's request
 */
export async function requestScore(tx: Tx, actor: Actor, applicationId: string) {
	const [, stands] = await Promise.all([
		requireApplication(tx, actor, applicationId),
		scoreStands(tx, applicationId)
	]);
	if (!stands) await computeScores(tx, [applicationId]);
	const [history, [current], facts, proofs, recognitions] = await Promise.all([
		historyOf(tx, applicationId),
		tx
			.select({ scoreId: currentScore.scoreId })
			.from(currentScore)
			.where(eq(currentScore.applicationId, applicationId)),
		scoreFacts(tx, [applicationId]).then((of) => of.get(applicationId)),
		proofLabels(tx),
		recognitionsOf(tx, applicationId)
	]);
	const shown = history.find(({ id }) => id === current?.scoreId);
	if (!shown || !facts) return null;
	const grid = await anyGrid(tx, shown.gridId);
	return {
		score: shown,
		grid,
		...{ history, proofs, recognitions },
		refusal: refusalEffect(facts, grid, today()),
		signs: prioritySigns(facts, today())
	};
}

export type RequestScore = NonNullable<Awaited<ReturnType<typeof requestScore>>>;

/**
 * A score that was computed before, with the grid it was computed by.
 * @throws NotFound for a stranger's, as for one that never was
 */
export async function pastScore(tx: Tx, actor: Actor, applicationId: string, scoreId: string) {
	if (!isUuid(scoreId)) throw new NotFound('score');
	const [, [found], proofs] = await Promise.all([
		requireApplication(tx, actor, applicationId),
		tx
			.select()
			.from(score)
			.where(and(eq(score.id, scoreId), eq(score.applicationId, applicationId))),
		proofLabels(tx)
	]);
	if (!found) throw new NotFound('score');
	return { score: found, grid: await anyGrid(tx, found.gridId), proofs };
}

export type PastScore = Awaited<ReturnType<typeof pastScore>>;

/** Every score of a request, the newest first. */
function historyOf(tx: Tx, applicationId: string) {
	return tx
		.select()
		.from(score)
		.where(eq(score.applicationId, applicationId))
		.orderBy(desc(score.computedAt), desc(score.id));
}

/** What the service recognised for a request, ended ones included. */
export function recognitionsOf(tx: Tx, applicationId: string) {
	return tx
		.select()
		.from(recognition)
		.where(eq(recognition.applicationId, applicationId))
		.orderBy(asc(recognition.recordedAt));
}

/** What each paper that may prove a criterion is called. */
export async function proofLabels(tx: Tx) {
	const papers = await tx
		.select({ code: paperCategory.code, label: paperCategory.label })
		.from(paperCategory)
		.orderBy(asc(paperCategory.position));
	return new Map(papers.map(({ code, label }) => [code, label]));
}
