import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { log } from '../lib/server/log.ts';
import { computeScores } from '../lib/server/score/compute-scores.ts';
import { scoresDue } from '../lib/server/score/scores-due.ts';

/** Requests of one transaction: a failure concerns these only. */
const BATCH = 200;
/** Of one run; the next goes on. */
const MOST_BATCHES = 200;

/**
 * Brings scores up to date: new requests, changed facts, another grid, a new day.
 * @returns how many were written
 */
export async function recomputeScores(): Promise<number> {
	const actor = system('recompute-scores');
	let written = 0;
	for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
		const due = await unitOfWork(actor, (tx) => scoresDue(tx, BATCH));
		if (due.length === 0) break;
		written += await unitOfWork(actor, (tx) => computeScores(tx, due));
	}
	if (written > 0) log.info({ written }, 'scores recomputed');
	return written;
}
