import { standingEvents } from '$lib/domain/applications/standing-events.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { eventsOf } from '$lib/server/applications/queries.ts';
import { show } from '$lib/server/http.ts';
import { comparedScore } from '$lib/server/score/compared-score.ts';
import { requestScore } from '$lib/server/score/request-score.ts';
import type { PageServerLoad } from './$types';
import { scoreScreen } from './score-screen.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const applicationId = applicationIdOf(locals.actor);
		const [score, events] = await Promise.all([
			requestScore(tx, locals.actor, applicationId),
			eventsOf(tx, applicationId)
		]);
		if (!score) return { score: null, flagged: null };
		const asked = url.searchParams.get('ou');
		const compared = await comparedScore(tx, locals.actor, { applicationId, score, asked });
		const last = standingEvents(events).find(({ kind }) => kind.startsWith('priority_'));
		const flagged = last?.kind === 'priority_flagged' ? last : null;
		return {
			score: scoreScreen(score, compared, getLocale()),
			flagged: flagged && {
				day: dateInWords(flagged.occurredOn, getLocale()),
				author: flagged.author
			}
		};
	});
