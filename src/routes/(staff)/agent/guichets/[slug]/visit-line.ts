import { localised } from '$lib/domain/localised.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import type { PlannedVisitRow } from '$lib/server/counters/planned-visits.ts';
import { asking } from '../../asked.ts';
import { inLine, type Known } from './opening-words.ts';

/** An appointment to move, with where the agent goes to move it. */
export function visitLine(visit: PlannedVisitRow, slug: string, { motives, locale }: Known) {
	const { day, time } = inParis(visit.startsAt);
	const motive = motives.find(({ code }) => code === visit.motiveCode);
	const query = { guichet: slug, jour: day.toString() };
	return {
		id: visit.id,
		who: [visit.firstName, visit.lastName].filter(Boolean).join(' '),
		when: inLine([dayInWords(day, locale), hourInWords(time, locale)], locale),
		about: inLine([motive && localised(motive.label, locale), visit.deskName], locale),
		dayHref: `${asking(localizeHref('/agent'), query)}#rdv-${visit.id}`,
		fileHref: visit.applicationId ? localizeHref(`/agent/demandes/${visit.applicationId}`) : null,
		isTold: visit.isTold
	};
}

export type VisitLine = ReturnType<typeof visitLine>;
