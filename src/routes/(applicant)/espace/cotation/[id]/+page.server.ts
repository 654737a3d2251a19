import { scoreLines } from '$lib/components/score-lines.ts';
import { causeWords, pointsWords } from '$lib/components/score-words.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { show } from '$lib/server/http.ts';
import { pastScore } from '$lib/server/score/request-score.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		const applicationId = applicationIdOf(locals.actor);
		const { score, grid, proofs } = await pastScore(tx, locals.actor, applicationId, params.id);
		const locale = getLocale();
		return {
			total: score.total === null ? null : pointsWords(score.total, locale),
			day: dateInWords(score.computedFor, locale),
			cause: causeWords(score.cause),
			lines: scoreLines(score.lines, grid.criteria, proofs, locale),
			grid: {
				title: localised(grid.title, locale),
				source: grid.source,
				isExample: grid.isExample,
				startsOn: grid.startsOn ? dateInWords(grid.startsOn, locale) : ''
			}
		};
	});
