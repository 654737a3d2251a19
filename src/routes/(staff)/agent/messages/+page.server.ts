import { languageNames } from '$lib/components/languages.ts';
import { answerDueOn } from '$lib/domain/conversations/answer-delay.ts';
import type { ConversationState } from '$lib/domain/conversations/states.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { now, today } from '$lib/server/clock.ts';
import {
	conversationQueue,
	countConversations,
	type QueueLine
} from '$lib/server/conversations/queries.ts';
import { myCounters } from '$lib/server/counters/my-counters.ts';
import { show } from '$lib/server/http.ts';
import { settingOf } from '$lib/server/settings/queries.ts';
import { momentInWords } from '../../../(applicant)/espace/messages/thread-screen.ts';
import { asking, pageAsked } from '../asked.ts';
import type { PageServerLoad } from './$types';

const STATES: Readonly<Record<string, ConversationState>> = {
	'a-repondre': 'waiting',
	repondus: 'answered',
	clos: 'closed'
};

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const [list, page] = [url.searchParams.get('liste') ?? '', pageAsked(url)];
		const state = STATES[list] ?? 'waiting';
		const counters = await myCounters(tx, actor);
		const counter = counters.find(({ slug }) => slug === url.searchParams.get('guichet')) ?? null;
		const counterId = counter?.id ?? null;
		const { lines, more } = await conversationQueue(tx, actor, {
			state,
			counterId,
			page: page - 1
		});
		const counts = await countConversations(tx, actor, counterId);
		const { value: days } = await settingOf(tx, 'message_answer_days');
		const to = (query: { liste?: string; page?: number }) =>
			asking(localizeHref('/agent/messages'), { guichet: counter?.slug, ...query });
		return {
			state,
			counters: counters.map(({ slug, name }) => ({ slug, name })),
			counter: counter?.slug ?? '',
			lists: Object.entries(STATES).map(([name, each]) => ({
				state: each,
				count: counts[each],
				href: to({ liste: name }),
				isCurrent: each === state
			})),
			list: list in STATES ? list : 'a-repondre',
			page,
			previous: page > 1 ? to({ liste: list, page: page - 1 }) : null,
			next: more ? to({ liste: list, page: page + 1 }) : null,
			lines: lines.map((line) => lineScreen(line, days, getLocale()))
		};
	});

/** For so long an opened exchange is said to be somebody's (read-thread.ts). */
const OPEN_MINUTES = 15;

function lineScreen(line: QueueLine, workingDays: number, locale: string) {
	const due = line.waitingSince && answerDueOn(inParis(line.waitingSince).day, workingDays);
	const isOpen =
		line.openedAt &&
		Temporal.Instant.compare(now(), line.openedAt.add({ minutes: OPEN_MINUTES })) < 0;
	return {
		id: line.applicationId,
		name: [line.lastName?.toLocaleUpperCase('fr'), line.firstName].filter(Boolean).join(' '),
		uniqueNumber: line.uniqueNumber,
		isStruckOff: line.requestState === 'struck_off',
		language:
			line.locale && line.locale !== 'fr'
				? (languageNames[line.locale as keyof typeof languageNames] ?? line.locale)
				: null,
		isUnread: line.isUnread,
		when: momentInWords(line.waitingSince ?? line.lastMessageAt, locale),
		due: due && dateInWords(due, locale),
		isLate: due !== null && Temporal.PlainDate.compare(today(), due) > 0,
		opened: isOpen ? line.openedByName : null,
		answeredBy: line.lastAuthor === 'agent' ? line.lastAuthorName : null,
		closedBy: line.closedByName
	};
}
