import { randomUUID } from 'node:crypto';
import { codeLabel } from '$lib/components/code-label.ts';
import { languageNames } from '$lib/components/languages.ts';
import { answerDueOn } from '$lib/domain/conversations/answer-delay.ts';
import { possibleConversationActions } from '$lib/domain/conversations/states.ts';
import { dateInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import type { ConversationView } from '$lib/server/conversations/view-conversation.ts';
import {
	messageScreen,
	momentInWords,
	splitThread,
	type Signature
} from '../../../../../(applicant)/espace/messages/thread-screen.ts';

type Shown = { locale: string; origin: string; page: number; today: Temporal.PlainDate };

/** The exchange of a request as an agent works on it. */
export function exchangeScreen(view: ConversationView, { locale, origin, page, today }: Shown) {
	const { application, conversation, person, openedByOther } = view;
	const name = nameOf(person);
	const screens = view.messages.map((message) =>
		messageScreen(message, {
			locale,
			origin,
			paperPath: (id) => `/agent/pieces/${id}`,
			signature: signedFor(view.agent.staffId, name),
			readAt: conversation?.staffReadAt ?? null
		})
	);
	return {
		id: application.id,
		name,
		uniqueNumber: application.uniqueNumber,
		requestState: application.state,
		language: languageNames[view.locale as keyof typeof languageNames] ?? view.locale,
		isForeign: view.locale !== 'fr',
		standing: conversation && standingOf(conversation, view.answerDays, today, locale),
		openedByOther: openedByOther && {
			name: openedByOther.name,
			hour: hourInWords(inParis(openedByOther.at).time, locale)
		},
		...splitThread(screens, page),
		lastSeenId: page === 0 ? (view.messages[0]?.id ?? '') : '',
		sendingId: randomUUID(),
		noteSendingId: randomUUID(),
		actions: possibleConversationActions(conversation?.state ?? null),
		notes: view.notes.map((note) => ({
			id: note.id,
			by: note.authorName,
			when: momentInWords(note.writtenAt, locale),
			body: note.body
		})),
		templates: view.templates.map(({ id, title }) => ({ value: id, label: title })),
		kinds: view.kinds.map(({ code, groupCode }) => ({
			value: code,
			label: codeLabel('paper_category', code),
			group: codeLabel('paper_group', groupCode)
		}))
	};
}

export type ExchangeScreen = ReturnType<typeof exchangeScreen>;

export const nameOf = (person: { firstName: string | null; lastName: string | null } | null) =>
	[person?.lastName?.toLocaleUpperCase('fr'), person?.firstName].filter(Boolean).join(' ');

function signedFor(staffId: string, name: string): Signature {
	return ({ author, authorId, authorName }) => {
		if (author === 'applicant') return { who: name || m.agent_no_name(), isMine: false };
		if (author === 'helper')
			return { who: m.messages_agent_helper({ name: authorName ?? '' }), isMine: false };
		return { who: authorId === staffId ? m.messages_you() : (authorName ?? ''), isMine: true };
	};
}

function standingOf(
	conversation: NonNullable<ConversationView['conversation']>,
	workingDays: number,
	today: Temporal.PlainDate,
	locale: string
) {
	const { state, waitingSince, closedByName, closedAt, applicantReadAt } = conversation;
	const due = waitingSince && answerDueOn(inParis(waitingSince).day, workingDays);
	return {
		state,
		since: waitingSince && momentInWords(waitingSince, locale),
		due: due && dateInWords(due, locale),
		isLate: due !== null && Temporal.PlainDate.compare(today, due) > 0,
		closed: closedAt && {
			by: closedByName ?? '',
			day: dateInWords(inParis(closedAt).day, locale)
		},
		read: applicantReadAt && momentInWords(applicantReadAt, locale)
	};
}
