import { codeLabel } from '$lib/components/code-label.ts';
import { PAPER_GROUPS } from '$lib/domain/documents/categories.ts';
import { QUEUE_LISTS, filterQuery, readFilter } from '$lib/domain/documents/review-queue.ts';
import { localised } from '$lib/domain/localised.ts';
import { inParis, shortDayInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { myCounters } from '$lib/server/counters/my-counters.ts';
import { depositDays } from '$lib/server/documents/deposit-clock.ts';
import { paperHealth } from '$lib/server/documents/paper-health.ts';
import { nextInQueue, queueCounts, reviewQueue } from '$lib/server/documents/review-queue.ts';
import { show } from '$lib/server/http.ts';
import { asking, pageAsked } from '../asked.ts';
import { agentOf } from '../staff.ts';
import type { PageServerLoad } from './$types';

type Line = Awaited<ReturnType<typeof reviewQueue>>['lines'][number];

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const filter = readFilter(url.searchParams);
		const page = pageAsked(url);
		const [{ lines, more }, counts, { alarms, lost }, first, counters] = await Promise.all([
			reviewQueue(tx, actor, filter, page - 1),
			queueCounts(tx, actor, filter),
			paperHealth(tx, actor),
			filter.list === 'waiting' ? null : nextInQueue(tx, actor, filter, null),
			myCounters(tx, actor)
		]);
		const here = (query: Record<string, string | number | null>) =>
			asking(localizeHref('/agent/pieces'), query);
		const asked = filterQuery(filter);
		return {
			done: url.searchParams.get('fait'),
			isHead: agentOf(locals).role === 'head',
			days: await depositDays(tx),
			alarms,
			lost,
			list: filter.list,
			lists: QUEUE_LISTS.map((list) => ({
				list,
				count: counts[list],
				href: here(filterQuery({ ...filter, list })),
				current: list === filter.list
			})),
			filter: {
				list: asked['liste'],
				counter: filter.counter,
				group: filter.group,
				counters: counters.map(({ slug, name }) => ({ value: slug, label: name })),
				groups: PAPER_GROUPS.map((value) => ({ value, label: codeLabel('paper_group', value) }))
			},
			start: first && asking(localizeHref(`/agent/pieces/${first.id}`), asked),
			papers: lines.map((line) => lineScreen(line, asked)),
			pager: {
				page,
				previous: page > 1 ? here({ ...asked, page: page - 1 }) : null,
				next: more ? here({ ...asked, page: page + 1 }) : null
			}
		};
	});

function lineScreen(line: Line, asked: Record<string, string | null>) {
	const locale = getLocale();
	return {
		id: line.id,
		href: asking(localizeHref(`/agent/pieces/${line.id}`), asked),
		deposit: localizeHref(`/agent/demandes/${line.applicationId}/depot`),
		label: localised(line.label, locale),
		who: [line.firstName, line.lastName].filter(Boolean).join(' '),
		number: line.uniqueNumber,
		received: shortDayInWords(inParis(line.receivedAt).day, locale),
		daysLeft: line.daysLeft,
		sensitive: line.sensitive,
		isAnswer: line.isAnswer,
		fromCounter: line.channel === 'counter',
		takenBy: line.takenBy,
		waitingFor: line.waitingFor
	};
}
