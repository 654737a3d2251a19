import type { Actor } from '../../domain/accounts/actor.ts';
import { distributionOf } from '../../domain/score/distribution.ts';
import { myFigures } from '../figures/my-figures.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { comparableScores } from './comparable-scores.ts';
import type { RequestScore } from './request-score.ts';

/**
 * Where a score stands among comparable requests, for one of the communes and types that the request asks for and no
 * other, with the wait that was observed there (R441-2-17 3°).
 *
 * @param asked "06004-T3"; the first that is asked for when it is none of them
 * @throws NotFound for a stranger's request
 */
export async function comparedScore(
	tx: Tx,
	actor: Actor,
	input: { applicationId: string; score: RequestScore; asked: string | null }
) {
	const { applicationId, score, asked } = input;
	const { communes, types, wanted, figures } = await myFigures(tx, actor, applicationId);
	const pairs = communes.flatMap(({ insee, name }) =>
		name === null ? [] : types.map((type) => ({ key: `${insee}-${type}`, insee, name, type }))
	);
	const pair = pairs.find(({ key }) => key === asked) ?? pairs[0] ?? null;
	const { total } = score.score;
	if (pair === null) return { pairs, pair, distribution: null, line: null, figures };
	const others =
		total === null
			? []
			: await comparableScores(tx, { applicationId, ...pair, gridId: score.grid.id });
	return {
		pairs,
		pair,
		distribution: total === null ? null : distributionOf(others, total),
		line: wanted.find(({ place, type }) => place === pair.insee && type === pair.type) ?? null,
		figures
	};
}

export type ComparedScore = Awaited<ReturnType<typeof comparedScore>>;
