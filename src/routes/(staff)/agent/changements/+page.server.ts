import { answerDueOn } from '$lib/domain/changes/states.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { countOpenProposals, openProposals } from '$lib/server/changes/queries.ts';
import { today } from '$lib/server/clock.ts';
import { show } from '$lib/server/http.ts';
import { proposalTitle } from '../../../(applicant)/espace/demande/changements/proposal-line.ts';
import { asking, pageAsked } from '../asked.ts';
import { agentKind } from './agent-words.ts';
import type { PageServerLoad } from './$types';

type Row = Awaited<ReturnType<typeof openProposals>>['proposals'][number];

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const list = url.searchParams.get('liste') === 'corrections' ? 'corrections' : 'changes';
		const page = pageAsked(url);
		const { proposals, more } = await openProposals(tx, locals.actor, list, page - 1);
		const to = (other: number) =>
			asking(localizeHref('/agent/changements'), {
				liste: list === 'corrections' ? list : null,
				page: other
			});
		return {
			list,
			counts: await countOpenProposals(tx, locals.actor),
			rows: proposals.map((row) => rowScreen(row, getLocale())),
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: more ? to(page + 1) : null
		};
	});

function rowScreen(row: Row, locale: string) {
	const askedOn = inParis(row.createdAt).day;
	const due = answerDueOn(askedOn);
	return {
		id: row.id,
		href: localizeHref(`/agent/demandes/${row.applicationId}/changements/${row.id}`),
		title: proposalTitle(row, agentKind),
		name: [row.lastName?.toLocaleUpperCase('fr'), row.firstName].filter(Boolean).join(' '),
		uniqueNumber: row.uniqueNumber,
		state: row.state,
		askedOn: dateInWords(askedOn, locale),
		dueOn: dateInWords(due, locale),
		isLate: Temporal.PlainDate.compare(due, today()) < 0
	};
}
